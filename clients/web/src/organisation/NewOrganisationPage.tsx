import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { PageHeader } from "@/ui/PageHeader";
import { nothingTyped, OrganisationForm, type Typed } from "./OrganisationForm";

export default function NewOrganisationPage() {
  const { t } = useTranslation("organisation");
  const go = useGo();
  const { run, pending, refusal } = useAction(IdentityService.method.createOrganisation);
  const send = async ({ recommender, ...typed }: Typed) => {
    const made = await run({ organisation: { ...typed, recommender: recommender?.name ?? "" } });
    if (made) go(addressOf(made.name));
  };
  return (
    <div className="stack measure">
      <PageHeader title={t("new.title")} trail={[{ text: t("list.title"), to: "/organisations" }]} />
      <OrganisationForm
        initial={nothingTyped}
        button={t("new.button")}
        back="/organisations"
        pending={pending}
        refusal={refusal}
        onSend={(typed) => void send(typed)}
      />
    </div>
  );
}
