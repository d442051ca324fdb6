import { useTranslation } from "react-i18next";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { submissionPage, callPage } from "@/app/staffPages";
import { parentOf } from "@/api/resource";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Review, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { Deadline } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Answer } from "./Answer";
import { DeskPage } from "./DeskPage";
import { groupOf } from "./order";
import { useMyExpert, useReview } from "./queries";
import { ReviewRecord } from "./ReviewRecord";
import { SealedPage } from "./SealedPage";

/** Before the answer: what it is about, and the two ways. The submission itself is shown once it is accepted. */
function Invitation({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  return (
    <div className="stack measure">
      <PageHeader
        title={review.submissionTitle}
        trail={[{ text: t("mine.title"), to: "/reviews" }]}
        beside={<StatusChip of={Review_StateSchema} value={review.state} />}
        text={call.title}
      />
      <section className="panel stack">
        <p>{t("invitation.text", { count: call.criteria.length })}</p>
        {review.dueTime && (
          <p>
            {t("column.due")}：<Deadline at={review.dueTime} />
          </p>
        )}
        <p className="quiet">{t("invitation.blind")}</p>
        <Answer review={review} />
      </section>
    </div>
  );
}

function Gone({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  return (
    <div className="stack measure">
      <PageHeader
        title={review.submissionTitle}
        trail={[{ text: t("mine.title"), to: "/reviews" }]}
        beside={<StatusChip of={Review_StateSchema} value={review.state} />}
        text={call.title}
      />
      <ReviewRecord review={review} call={call} />
    </div>
  );
}

/** For staff: the review as it is, changing nothing. */
function ForStaff({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  return (
    <div className="stack measure">
      <PageHeader
        title={t("one.of", { title: review.submissionTitle })}
        trail={[{ text: call.title, to: callPage(review.call) }]}
        beside={<StatusChip of={Review_StateSchema} value={review.state} />}
        text={<Link to={submissionPage(parentOf(review.name))}>{t("one.submission")}</Link>}
      />
      <ReviewRecord review={review} call={call} />
    </div>
  );
}

/** One review: the desk of who writes it, and what was written for who may read it. */
export default function ReviewPage() {
  const name = `submissions/${useParam("submission")}/reviews/${useParam("review")}`;
  const { review, call } = useReview(name);
  const mine = useMyExpert() === review.expert;
  if (!mine) return <ForStaff review={review} call={call} />;
  const Page = { toAnswer: Invitation, toWrite: DeskPage, done: SealedPage, gone: Gone }[groupOf(review)];
  return <Page key={name} review={review} call={call} />;
}
