import { useQuery, useSuspenseQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import type { Organisation, Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { PageHeader } from "@/ui/PageHeader";
import { Waiting } from "@/ui/Waiting";
import { PersonForm } from "./PersonForm";
import { personOf, type Typed, typedOf } from "./typed";

function Edit({ person, organisation }: { person: Person; organisation: Organisation | undefined }) {
  const { t } = useTranslation(["person", "ui"]);
  const go = useGo();
  const { run, pending, refusal } = useAction(IdentityService.method.updatePerson);
  const back = addressOf(person.name);
  const send = async (typed: Typed) => {
    const changed = await run({ person: { ...personOf(typed), name: person.name, etag: person.etag } });
    if (changed) go(back);
  };
  return (
    <PersonForm
      initial={typedOf(person, organisation)}
      button={t("ui:save")}
      back={back}
      pending={pending}
      refusal={refusal}
      onSend={(typed) => void send(typed)}
    />
  );
}

export default function EditPersonPage() {
  const { t } = useTranslation("person");
  const name = `people/${useParam("person")}`;
  const { data: person } = useSuspenseQuery(IdentityService.method.getPerson, { name });
  const request = { name: person.organisation };
  const { data, isLoading } = useQuery(IdentityService.method.getOrganisation, request, { enabled: person.organisation !== "" });
  const trail = [
    { text: t("list.title"), to: "/people" },
    { text: person.displayName, to: addressOf(name) },
  ];
  return (
    <div className="stack measure">
      <PageHeader title={t("edit.title")} trail={trail} />
      {isLoading ? <Waiting /> : <Edit person={person} organisation={data} />}
    </div>
  );
}
