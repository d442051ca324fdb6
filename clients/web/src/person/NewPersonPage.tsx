import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { PageHeader } from "@/ui/PageHeader";
import { PersonForm } from "./PersonForm";
import { nothingTyped, personOf, type Typed } from "./typed";

/** Makes a person; the person's page then has the way to an account. */
export default function NewPersonPage() {
  const { t } = useTranslation("person");
  const go = useGo();
  const { run, pending, refusal } = useAction(IdentityService.method.createPerson);
  const send = async (typed: Typed) => {
    const made = await run({ person: personOf(typed) });
    if (made) go(addressOf(made.name));
  };
  return (
    <div className="stack measure">
      <PageHeader title={t("new.title")} trail={[{ text: t("list.title"), to: "/people" }]} />
      <PersonForm
        initial={nothingTyped}
        button={t("new.button")}
        back="/people"
        pending={pending}
        refusal={refusal}
        onSend={(typed) => void send(typed)}
      />
    </div>
  );
}
