import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import type { Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";

function useColumns(): Column<Person>[] {
  const { t } = useTranslation("person");
  return [
    { key: "name", header: t("field.displayName"), cell: (one) => one.displayName, sort: (one) => one.displayName, width: "130px", field: "display_name" },
    {
      key: "organisation",
      header: t("field.organisation"),
      cell: (one) => <OrganisationName name={one.organisation} />,
      width: "30%",
    },
    { key: "title", header: t("field.professionalTitle"), cell: (one) => one.professionalTitle, sort: (one) => one.professionalTitle, field: "professional_title", width: "100px" },
    { key: "discipline", header: t("field.discipline"), cell: (one) => <span className="code">{one.discipline}</span>, sort: (one) => one.discipline, field: "discipline", width: "110px", card: "none" },
    { key: "email", header: t("field.email"), cell: (one) => one.email, sort: (one) => one.email, field: "email" },
    { key: "phone", header: t("field.phone"), cell: (one) => one.phone, field: "phone", hidden: true, card: "none" },
    { key: "degree", header: t("field.degree"), cell: (one) => one.degree, field: "degree", hidden: true, card: "none" },
    { key: "orcid", header: t("field.orcid"), cell: (one) => one.orcid, field: "orcid", hidden: true, card: "none" },
  ];
}

/** Everybody whom the user may know of: an administrator all, a unit officer the own unit's. */
export default function PeoplePage() {
  const { t } = useTranslation("person");
  const administers = useHasRole("ADMINISTRATOR");
  const mayMake = useHasRole("ADMINISTRATOR", "PROGRAMME_OFFICER");
  const columns = useColumns();
  const importing = administers && (
    <Link to="/imports/people" className="button">
      {t("list.import")}
    </Link>
  );
  const actions = mayMake && (
    <>
      {importing}
      <Link to="/people/new" className="button primary">
        {t("new.title")}
      </Link>
    </>
  );
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} actions={actions} />
      <DataList
        method={IdentityService.method.listPeople}
        request={({ q = "" }) => ({ query: q.trim() })}
        rowsOf={(answer) => answer.people}
        label={t("list.title")}
        columns={columns}
        rowKey={(one) => one.name}
        rowName={(one) => one.displayName}
        rowLink={(one) => addressOf(one.name)}
        filters={[{ key: "q", label: t("list.find") }]}
        empty={<EmptyState title={t("list.empty")} text={administers ? t("list.emptyText") : undefined} action={importing} />}
        exportName={t("list.title")}
      />
    </div>
  );
}
