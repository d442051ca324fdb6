import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { Link } from "@/app/Link";
import { type Account, Account_State, Account_StateSchema, type Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { StatusChip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import { Grants } from "./Grants";
import { InviteForm } from "./InviteForm";
import { useAccountOf } from "./useAccountOf";

/** What can be done with an account in its state. */
function StateActions({ account }: { account: Account }) {
  const { t } = useTranslation("person");
  const enable = useAction(IdentityService.method.enableAccount);
  const resend = useAction(IdentityService.method.resendInvitation);
  const [said, setSaid] = useState("");
  const { name, etag, state } = account;
  return (
    <>
      <RefusalSummary refusal={enable.refusal ?? resend.refusal} />
      <div className="row">
        {state === Account_State.INVITED && (
          <button
            type="button"
            className="button"
            disabled={resend.pending}
            onClick={() => void resend.run({ name }).then((sent) => sent && setSaid(t("resent", { login: account.login })))}
          >
            {t("resend")}
          </button>
        )}
        {state === Account_State.DISABLED ? (
          <button type="button" className="button" disabled={enable.pending} onClick={() => void enable.run({ name, etag })}>
            {t("enable")}
          </button>
        ) : (
          <Link to={`${addressOf(account.person)}/disable`} className="button danger">
            {t("disable.title")}
          </Link>
        )}
      </div>
      <p role="status">{said}</p>
    </>
  );
}

function Existing({ account, mayChange }: { account: Account; mayChange: boolean }) {
  const { t } = useTranslation("person");
  return (
    <>
      <Facts
        facts={[
          { label: t("accounts.login"), value: account.login },
          { label: t("accounts.state"), value: <StatusChip of={Account_StateSchema} value={account.state} /> },
          { label: t("accounts.created"), value: <Instant at={account.createTime} /> },
        ]}
      />
      <Grants account={account} mayChange={mayChange} />
      {mayChange && <StateActions account={account} />}
    </>
  );
}

/** A person's account: the way to one, or its roles and its state. */
export function AccountPanel({ person, mayChange }: { person: Person; mayChange: boolean }) {
  const { t } = useTranslation("person");
  const { account, isPending, refusal } = useAccountOf(person);
  return (
    <section className="panel stack">
      <h2>{t("account")}</h2>
      {isPending && <Waiting lines={3} />}
      <RefusalSummary refusal={refusal} />
      {account && <Existing account={account} mayChange={mayChange} />}
      {!account && !isPending && !refusal && (
        <>
          <p className="quiet">{t("noAccount")}</p>
          {mayChange && <InviteForm person={person} />}
        </>
      )}
    </section>
  );
}
