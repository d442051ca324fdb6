import { useSuspenseQuery } from "@connectrpc/connect-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { TextField } from "@/ui/TextField";
import { useAccountOf } from "./useAccountOf";

/** Before an account is shut: what follows from it, and why it is done, which stays on record. */
export default function DisablePage() {
  const { t } = useTranslation(["person", "ui"]);
  const name = `people/${useParam("person")}`;
  const { data: person } = useSuspenseQuery(IdentityService.method.getPerson, { name });
  const { account } = useAccountOf(person);
  const { run, pending, refusal } = useAction(IdentityService.method.disableAccount);
  const [reason, setReason] = useState("");
  const go = useGo();
  const back = addressOf(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (account && (await run({ name: account.name, etag: account.etag, reason }))) go(back);
  };
  return (
    <div className="stack measure">
      <PageHeader
        title={t("disable.title")}
        trail={[{ text: t("list.title"), to: "/people" }, { text: person.displayName, to: back }]}
        text={t("disable.text", { name: person.displayName, login: account?.login ?? "" })}
      />
      <RefusalSummary refusal={refusal} />
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TextField label={t("disable.reason")} hint={t("disable.reasonHint")} required maxLength={500} value={reason} onValue={setReason} />
        <div className="row">
          <button type="submit" className="button danger" disabled={pending || !account}>
            {pending ? t("ui:sending") : t("disable.title")}
          </button>
          <Link to={back} className="button">
            {t("ui:cancel")}
          </Link>
        </div>
      </form>
    </div>
  );
}
