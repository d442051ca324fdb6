import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import type { Organisation } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { kinds } from "./kinds";

function useColumns(): Column<Organisation>[] {
  const { t } = useTranslation(["organisation", "terms"]);
  const kindOf = (kind: string) => t(`terms:value.kind.${kind}`, { defaultValue: kind });
  return [
    { key: "name", header: t("field.displayName"), cell: (one) => one.displayName, sort: (one) => one.displayName, width: "28%", field: "display_name" },
    { key: "kind", header: t("field.kind"), cell: (one) => kindOf(one.kind), sort: (one) => kindOf(one.kind), field: "kind", width: "110px" },
    { key: "uscc", header: t("field.uscc"), cell: (one) => <span className="code">{one.uscc}</span>, field: "uscc", width: "200px" },
    { key: "region", header: t("field.region"), cell: (one) => <span className="code">{one.region}</span>, sort: (one) => one.region, field: "region", width: "110px" },
    {
      key: "recommender",
      header: t("field.recommender"),
      cell: (one) => (one.recommender ? <OrganisationName name={one.recommender} /> : <span className="quiet">{t("ownRecommender")}</span>),
    },
    { key: "created", header: t("created"), cell: (one) => <Instant at={one.createTime} form="day" />, field: "create_time", hidden: true, card: "none" },
  ];
}

/** Every organisation; administrators make, change and import them from here. */
export default function OrganisationsPage() {
  const { t } = useTranslation(["organisation", "terms"]);
  const mayChange = useHasRole("ADMINISTRATOR");
  const columns = useColumns();
  const importing = (
    <Link to="/imports/organisations" className="button">
      {t("list.import")}
    </Link>
  );
  const actions = mayChange && (
    <>
      {importing}
      <Link to="/organisations/new" className="button primary">
        {t("new.title")}
      </Link>
    </>
  );
  const options = kinds.map((value) => ({ value, text: t(`terms:value.kind.${value}`) }));
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} actions={actions} />
      <DataList
        method={IdentityService.method.listOrganisations}
        request={({ q = "", kind = "", region = "" }) => ({ query: q.trim(), kind, region })}
        rowsOf={(answer) => answer.organisations}
        label={t("list.title")}
        columns={columns}
        rowKey={(one) => one.name}
        rowName={(one) => one.displayName}
        rowLink={(one) => addressOf(one.name)}
        filters={[
          { key: "q", label: t("list.find") },
          { key: "kind", label: t("field.kind"), options },
        ]}
        empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} action={mayChange && importing} />}
        exportName={t("list.title")}
      />
    </div>
  );
}
