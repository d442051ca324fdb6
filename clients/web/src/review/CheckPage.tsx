import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { Review_RecommendationSchema, Review_State } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { EnumText } from "@/ui/StatusChip";
import { useReview } from "./queries";
import { draftOf, gapsIn, totalOf } from "./scoring";
import { ScoreTable } from "./ScoreTable";
import { noteReview } from "./useDraft";

/** Everything that will be sealed, to be looked at once more; or what is missing before it can be. */
export default function CheckPage() {
  const { t } = useTranslation("review");
  const go = useGo();
  const name = `submissions/${useParam("submission")}/reviews/${useParam("review")}`;
  const { review, call } = useReview(name);
  const submit = useAction(ReviewService.method.submitReview);
  const back = addressOf(name);
  const trail = [{ text: t("mine.title"), to: "/reviews" }, { text: review.submissionTitle, to: back }];
  const draft = draftOf(review);
  const gaps = gapsIn(call.criteria, draft);
  if (review.state !== Review_State.ACCEPTED) {
    const look = <Link to={back} className="button primary">{t("look")}</Link>;
    return <EmptyState title={t("check.notNow")} action={look} />;
  }
  if (gaps.length > 0) {
    const problems = gaps.map(({ criterion, what }) => ({
      text: t(`gap.${what}`, { name: criterion?.displayName ?? "", min: criterion?.pointsMin, max: criterion?.pointsMax }),
    }));
    return (
      <div className="stack measure">
        <PageHeader title={t("check.title")} trail={trail} />
        <ErrorSummary title={t("check.gaps", { count: gaps.length })} problems={problems} />
        <div>
          <Link to={`${back}?tab=sheet`} className="button primary">{t("check.goOn")}</Link>
        </div>
      </div>
    );
  }
  const send = async () => {
    const sealed = await submit.run({ name, etag: review.etag });
    if (!sealed) return;
    noteReview(sealed);
    go(back);
  };
  return (
    <ConfirmPage
      title={t("check.title")}
      trail={trail}
      text={t("check.text")}
      facts={[
        { label: t("column.title"), value: review.submissionTitle },
        { label: t("record.total"), value: <strong className="number">{totalOf(call.criteria, draft).total.toFixed(2)}</strong> },
        { label: t("recommendation.label"), value: <EnumText of={Review_RecommendationSchema} value={review.recommendation} /> },
        { label: t("comment.toApplicant"), value: review.commentToApplicant || t("comment.none") },
        { label: t("comment.toOfficers"), value: review.commentToOfficers || t("comment.none") },
      ]}
      button={t("check.submit")}
      pending={submit.pending}
      refusal={submit.refusal}
      back={`${back}?tab=sheet`}
      onConfirm={() => void send()}
    >
      <ScoreTable criteria={call.criteria} draft={draft} />
    </ConfirmPage>
  );
}
