import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { DisciplineName } from "@/discipline/DisciplineName";
import type { Expert } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { Chip } from "@/ui/StatusChip";

function useColumns(): Column<Expert>[] {
  const { t } = useTranslation(["expert", "terms"]);
  const disciplines = (one: Expert) => one.disciplines.map((code) => <div key={code}><DisciplineName code={code} /></div>);
  return [
    { key: "name", header: t("terms:fieldOf.review.v1.Expert.display_name"), cell: (one) => one.displayName, sort: (one) => one.displayName, field: "display_name", width: "140px" },
    { key: "unit", header: t("terms:field.organisation"), cell: (one) => <OrganisationName name={one.organisation} />, width: "26%" },
    { key: "disciplines", header: t("terms:field.disciplines"), cell: disciplines, sort: (one) => one.disciplines[0] ?? "", field: "disciplines" },
    { key: "keywords", header: t("terms:field.keywords"), cell: (one) => one.keywords.join("、"), field: "keywords", card: "none" },
    { key: "max", header: t("terms:field.reviews_max"), cell: (one) => one.reviewsMax, sort: (one) => one.reviewsMax, field: "reviews_max", align: "end", width: "100px" },
    { key: "available", header: t("terms:field.available"), cell: (one) => <Chip tone={one.available ? "good" : "neutral"}>{t(one.available ? "yes" : "no")}</Chip>, sort: (one) => (one.available ? 0 : 1), field: "available", card: "status", width: "96px" },
  ];
}

/** The pool of experts. */
export default function ExpertsPage() {
  const { t } = useTranslation(["expert", "terms"]);
  const columns = useColumns();
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const actions = isOfficer && (
    <>
      <Link to="/desk/experts/new" className="button primary">
        {t("add.open")}
      </Link>
      <Link to="/desk/experts/import" className="button">
        {t("import.open")}
      </Link>
    </>
  );
  return (
    <div className="stack">
      <PageHeader title={t("list")} text={t("text")} actions={actions} />
      <DataList
        label={t("list")}
        method={ReviewService.method.listExperts}
        request={({ q = "", discipline = "", available = "" }) => ({ query: q, discipline: /^\d{1,7}$/.test(discipline) ? discipline : "", availableOnly: available === "yes" })}
        rowsOf={(answer) => answer.experts}
        columns={columns}
        filters={[
          { key: "q", label: t("terms:fieldOf.review.v1.Expert.display_name") },
          { key: "discipline", label: t("disciplineCode") },
          { key: "available", label: t("terms:field.available"), options: [{ value: "yes", text: t("availableOnly") }] },
        ]}
        rowKey={(one) => one.name}
        rowName={(one) => one.displayName}
        rowLink={(one) => `/desk/${one.name}`}
        empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
        exportName={t("list")}
      />
    </div>
  );
}
