import { useQuery, useSuspenseQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import type { Organisation } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { PageHeader } from "@/ui/PageHeader";
import { Waiting } from "@/ui/Waiting";
import { OrganisationForm, type Typed } from "./OrganisationForm";

function Edit({ organisation, recommender }: { organisation: Organisation; recommender: Organisation | undefined }) {
  const { t } = useTranslation("organisation");
  const go = useGo();
  const { run, pending, refusal } = useAction(IdentityService.method.updateOrganisation);
  const { name, displayName, uscc, usccException, kind, region, etag } = organisation;
  const send = async ({ recommender: chosen, ...typed }: Typed) => {
    const changed = await run({ organisation: { ...typed, name, etag, recommender: chosen?.name ?? "" } });
    if (changed) go(addressOf(name));
  };
  const initial = {
    displayName, uscc, usccException, kind, region,
    recommender: recommender && { name: recommender.name, text: recommender.displayName },
  };
  return (
    <OrganisationForm
      initial={initial}
      button={t("ui:save")}
      back={addressOf(name)}
      pending={pending}
      refusal={refusal}
      onSend={(typed) => void send(typed)}
    />
  );
}

export default function EditOrganisationPage() {
  const { t } = useTranslation("organisation");
  const name = `organisations/${useParam("organisation")}`;
  const { data: organisation } = useSuspenseQuery(IdentityService.method.getOrganisation, { name });
  const { recommender } = organisation;
  const { data, isLoading } = useQuery(IdentityService.method.getOrganisation, { name: recommender }, { enabled: recommender !== "" });
  const trail = [
    { text: t("list.title"), to: "/organisations" },
    { text: organisation.displayName, to: addressOf(name) },
  ];
  return (
    <div className="stack measure">
      <PageHeader title={t("edit.title")} trail={trail} />
      {isLoading ? <Waiting /> : <Edit organisation={organisation} recommender={data} />}
    </div>
  );
}
