import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import type { HomeSection } from "@/app/route";
import { Link } from "@/app/Link";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Deadline } from "@/ui/Instant";
import { Progress } from "@/ui/Progress";
import { nextToWrite, progressOf } from "./order";
import { useMyExpert } from "./queries";
import { addressOf } from "@/api/resource";

/** The expert's reviews that are not done, and the next one to go on with. */
function Section() {
  const { t } = useTranslation("review");
  const { data } = useQuery(ReviewService.method.listReviews, { expert: useMyExpert(), pageSize: 1000 });
  const reviews = data?.reviews ?? [];
  const { done, total, toAnswer, toWrite, due } = progressOf(reviews);
  if (toAnswer + toWrite === 0) return null;
  const next = nextToWrite(reviews, "");
  return (
    <section className="panel stack-small" aria-labelledby="home-reviews">
      <h2 id="home-reviews">{t("mine.title")}</h2>
      <Progress label={t("mine.progress")} done={done} total={total} />
      <p>
        {t("mine.left", { toAnswer, toWrite })}{" "}
        {due && (
          <>
            {t("mine.firstDue")} <Deadline at={due} />
          </>
        )}
      </p>
      <div className="row">
        <Link to={toAnswer > 0 || !next ? "/reviews" : addressOf(next.name)} className="button primary">
          {t(toAnswer > 0 ? "home.answer" : "home.goOn")}
        </Link>
        {toAnswer === 0 && <Link to="/reviews" className="button">{t("home.all")}</Link>}
      </div>
    </section>
  );
}

export const section: HomeSection = { roles: ["EXPERT"], order: 20, Section };
