import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useHasRole } from "@/api/me";
import { useAction } from "@/api/useAction";
import { useParam } from "@/app/address";
import { desk } from "@/callDesk/useCall";
import { type Expert, type Review, Review_State, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Deadline, Instant } from "@/ui/Instant";
import { CallTitle, OrganisationName } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { Chip, StatusChip } from "@/ui/StatusChip";
import { ExpertForm } from "./ExpertForm";

function Edit({ expert: server }: { expert: Expert }) {
  const { t } = useTranslation(["expert", "ui", "errors"]);
  const [expert, setExpert] = useState(server);
  const [saved, setSaved] = useState(false);
  const action = useAction(ReviewService.method.updateExpert);
  const save = async () => {
    const paths = ["disciplines", "keywords", "reviews_max", "available"];
    const answer = await action.run({ expert, updateMask: { paths } });
    if (answer) setExpert(answer);
    setSaved(answer !== undefined);
  };
  const change = (changes: Partial<Expert>) => {
    setExpert({ ...expert, ...changes });
    setSaved(false);
  };
  return (
    <section className="panel stack measure" aria-label={t("edit")}>
      <RefusalSummary refusal={action.refusal} />
      <ExpertForm expert={expert} change={change} problems={action.refusal ? fieldProblems(action.refusal, "expert", t) : {}} />
      <div className="row">
        <button type="button" className="button primary" disabled={action.pending} onClick={() => void save()}>
          {action.pending ? t("ui:sending") : t("ui:save")}
        </button>
        <span role="status">{saved && t("saved")}</span>
      </div>
    </section>
  );
}

function Reviews({ expert }: { expert: Expert }) {
  const { t } = useTranslation(["expert", "terms"]);
  const columns: Column<Review>[] = [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.submissionTitle, sort: (one) => one.submissionTitle, width: "40%" },
    { key: "call", header: t("terms:field.call"), cell: (one) => <CallTitle name={one.call} /> },
    { key: "state", header: t("terms:field.state"), cell: (one) => <StatusChip of={Review_StateSchema} value={one.state} />, sort: (one) => one.state, card: "status" },
    { key: "due", header: t("terms:field.due_time"), cell: (one) => (one.state < Review_State.SUBMITTED ? <Deadline at={one.dueTime} /> : <Instant at={one.submitTime} />) },
  ];
  return (
    <section className="stack-small">
      <h2>{t("reviews")}</h2>
      <DataList
        label={t("reviews")}
        method={ReviewService.method.listReviews}
        request={() => ({ expert: expert.name })}
        rowsOf={(answer) => answer.reviews}
        columns={columns}
        rowKey={(one) => one.name}
        rowName={(one) => one.submissionTitle}
        rowLink={(one) => desk.submission(one.name.split("/reviews/")[0] ?? "")}
        empty={<EmptyState title={t("noReviews")} />}
      />
    </section>
  );
}

/** An expert of the pool: what they may be asked, and what they were asked. */
export default function ExpertPage() {
  const { t } = useTranslation("expert");
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const query = useQuery(ReviewService.method.getExpert, { name: `experts/${useParam("expert")}` });
  return (
    <Answer of={query}>
      {(expert) => (
        <div className="stack">
          <PageHeader
            title={expert.displayName}
            trail={[{ text: t("list"), to: "/desk/experts" }]}
            beside={<Chip tone={expert.available ? "good" : "neutral"}>{t(expert.available ? "availableNow" : "notAvailable")}</Chip>}
            text={<OrganisationName name={expert.organisation} />}
          />
          {isOfficer && <Edit key={expert.etag} expert={expert} />}
          <Reviews expert={expert} />
        </div>
      )}
    </Answer>
  );
}
