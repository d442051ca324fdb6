import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Review_RecommendationSchema } from "@/gen/redpeak/review/v1/review_pb";
import { StatusChip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import styles from "./submission.module.css";

/** What the reviewers wrote to the applicant, once the call is decided. */
export function Comments({ submission }: { submission: string }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const { data, error } = useQuery(ReviewService.method.listComments, { submission });
  const comments = data?.comments ?? [];
  return (
    <section className="panel stack-small" aria-labelledby="comments">
      <h2 id="comments">{t("comments.title")}</h2>
      {!data && !error && <Waiting lines={3} />}
      {error && <p className="quiet">{explain(toRefusal(error), t)}</p>}
      {data && comments.length === 0 && <p className="quiet">{t("comments.none")}</p>}
      {comments.map(({ text, recommendation }, at) => (
        <article key={at} className={styles.rowBox}>
          <div className="row">
            <h3>{t("comments.one", { number: at + 1 })}</h3>
            <StatusChip of={Review_RecommendationSchema} value={recommendation} />
          </div>
          <p className={styles.answer}>{text || t("comments.noText")}</p>
        </article>
      ))}
    </section>
  );
}
