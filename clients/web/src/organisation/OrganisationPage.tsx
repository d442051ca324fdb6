import { useSuspenseQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import type { Organisation, Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";

function OrganisationFacts({ of }: { of: Organisation }) {
  const { t } = useTranslation(["organisation", "terms"]);
  const recommender = of.recommender ? (
    <Link to={addressOf(of.recommender)}>
      <OrganisationName name={of.recommender} />
    </Link>
  ) : (
    t("ownRecommender")
  );
  return (
    <section className="panel">
      <Facts
        facts={[
          { label: t("field.kind"), value: t(`terms:value.kind.${of.kind}`, { defaultValue: of.kind }) },
          { label: t("field.uscc"), value: <span className="code">{of.uscc || t("noUscc")}</span> },
          { label: t("field.usccException"), value: of.usccException },
          { label: t("field.region"), value: <span className="code">{of.region}</span> },
          { label: t("field.recommender"), value: recommender },
          { label: t("created"), value: <Instant at={of.createTime} form="day" /> },
        ]}
      />
    </section>
  );
}

function People({ organisation }: { organisation: string }) {
  const { t } = useTranslation("organisation");
  return (
    <section className="stack-small">
      <h2>{t("people.title")}</h2>
      <DataList
        method={IdentityService.method.listPeople}
        request={({ q = "" }) => ({ organisation, query: q.trim() })}
        rowsOf={(answer) => answer.people}
        label={t("people.title")}
        columns={[
          { key: "name", header: t("people.name"), cell: (person: Person) => person.displayName, sort: (person) => person.displayName, field: "display_name" },
          { key: "title", header: t("people.rank"), cell: (person) => person.professionalTitle, sort: (person) => person.professionalTitle, field: "professional_title" },
          { key: "email", header: t("people.email"), cell: (person) => person.email, field: "email" },
          { key: "phone", header: t("people.phone"), cell: (person) => person.phone, field: "phone", hidden: true },
        ]}
        rowKey={(person) => person.name}
        rowName={(person) => person.displayName}
        rowLink={(person) => addressOf(person.name)}
        filters={[{ key: "q", label: t("people.find") }]}
        empty={<EmptyState title={t("people.empty")} />}
        exportName={t("people.title")}
      />
    </section>
  );
}

/** One organisation and who belongs to it. */
export default function OrganisationPage() {
  const { t } = useTranslation("organisation");
  const name = `organisations/${useParam("organisation")}`;
  const { data: organisation } = useSuspenseQuery(IdentityService.method.getOrganisation, { name });
  const mayChange = useHasRole("ADMINISTRATOR");
  const seesPeople = useHasRole("ADMINISTRATOR", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR", "UNIT_OFFICER");
  const actions = mayChange && (
    <Link to={`${addressOf(name)}/edit`} className="button primary">
      {t("edit.title")}
    </Link>
  );
  return (
    <div className="stack">
      <PageHeader title={organisation.displayName} trail={[{ text: t("list.title"), to: "/organisations" }]} actions={actions} />
      <OrganisationFacts of={organisation} />
      {seesPeople && <People organisation={name} />}
    </div>
  );
}
