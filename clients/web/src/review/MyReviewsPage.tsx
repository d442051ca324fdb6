import { useTranslation } from "react-i18next";
import { sheetUrl } from "@/api/files";
import { useAddressState } from "@/app/address";
import { useLanguage } from "@/i18n/useLanguage";
import { type Review, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { addressOf } from "@/api/resource";
import { type Column, sortRows } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline, Instant } from "@/ui/Instant";
import { CallTitle } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { Progress } from "@/ui/Progress";
import { StatusChip } from "@/ui/StatusChip";
import { Answer, AcceptAll } from "./Answer";
import { type Group, groupOf, groups, inOrder, progressOf } from "./order";
import { useMyExpert, useMyReviews } from "./queries";
import styles from "./MyReviewsPage.module.css";

function useColumns(): Column<Review>[] {
  const { t } = useTranslation("review");
  return [
    { key: "title", header: t("column.title"), cell: (row) => row.submissionTitle, sort: (row) => row.submissionTitle, field: "submission_title" },
    { key: "state", header: t("column.state"), cell: (row) => <StatusChip of={Review_StateSchema} value={row.state} />, sort: (row) => groups.indexOf(groupOf(row)), field: "state", card: "status", width: "112px" },
    { key: "call", header: t("column.call"), cell: (row) => <CallTitle name={row.call} />, sort: (row) => row.call, width: "20%" },
    { key: "due", header: t("column.due"), cell: (row) => <Due review={row} />, sort: (row) => row.dueTime?.seconds ?? 0n, field: "due_time", width: "200px" },
    { key: "total", header: t("column.total"), cell: (row) => (groupOf(row) === "done" ? row.total.toFixed(2) : "—"), sort: (row) => row.total, field: "total", align: "end", width: "124px" },
  ];
}

// Once it is written, only when it was counts.
function Due({ review }: { review: Review }) {
  const { t } = useTranslation("review");
  if (groupOf(review) === "gone") return "—";
  if (review.submitTime) return <span>{t("submittedAt")} <Instant at={review.submitTime} form="day" /></span>;
  return review.dueTime ? <Deadline at={review.dueTime} /> : "—";
}

function Summary({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation("review");
  const { done, toAnswer, toWrite, total, due } = progressOf(reviews);
  if (total === 0) return null;
  const left = toAnswer + toWrite;
  return (
    <section className="panel stack-small" aria-label={t("mine.progress")}>
      <Progress label={t("mine.progress")} done={done} total={total} />
      <p>
        {left === 0 ? t("mine.allDone") : t("mine.left", { toAnswer, toWrite })}{" "}
        {left > 0 && due && (
          <>
            {t("mine.firstDue")} <Deadline at={due} />
          </>
        )}
      </p>
    </section>
  );
}

/** Where only one call's reviews are shown: which, and the way to all. */
function OneCall({ name, onAll }: { name: string; onAll: () => void }) {
  const { t } = useTranslation("review");
  return (
    <p className="row">
      <span>
        {t("mine.onlyCall")} <CallTitle name={name} />
      </span>
      <button type="button" className="button compact" onClick={onAll}>
        {t("mine.allCalls")}
      </button>
    </p>
  );
}

type Shown = Group | "all";

function Groups({ reviews, shown, onShow }: { reviews: Review[]; shown: Shown; onShow: (group: Shown) => void }) {
  const { t } = useTranslation("review");
  const count = (group: Shown) => reviews.filter((review) => group === "all" || groupOf(review) === group).length;
  return (
    <div className={styles.groups} role="group" aria-label={t("mine.groups")}>
      {(["all", ...groups] as const).map((group) => (
        <button key={group} type="button" aria-pressed={shown === group} className={styles.group} onClick={() => onShow(group)}>
          {t(`group.${group}`)} <span className="number quiet">{count(group)}</span>
        </button>
      ))}
    </div>
  );
}

/** What one was asked to review: what waits for an answer first, then what is to be written, by when. */
export default function MyReviewsPage() {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const [state, set] = useAddressState({ group: "all", call: "", sort: "" });
  const all = useMyReviews();
  const reviews = all.filter((review) => !state.call || review.call === state.call);
  const columns = useColumns();
  const waiting = reviews.filter((review) => groupOf(review) === "toAnswer");
  const inGroup = inOrder(reviews).filter((review) => state.group === "all" || groupOf(review) === state.group);
  const sheet = sheetUrl(
    "redpeak.review.v1.ReviewService/ListReviews",
    { expert: useMyExpert() },
    columns.flatMap(({ field, header }) => (field ? [{ field, header }] : [])),
    t("mine.title"),
  );
  if (all.length === 0) {
    return (
      <div className="stack">
        <PageHeader title={t("mine.title")} />
        <EmptyState title={t("mine.empty")} text={t("mine.emptyText")} />
      </div>
    );
  }
  return (
    <div className="stack">
      <PageHeader title={t("mine.title")} text={t("mine.text")} actions={waiting.length > 1 && <AcceptAll reviews={waiting} />} />
      {state.call && <OneCall name={state.call} onAll={() => set({ call: "" })} />}
      <Summary reviews={reviews} />
      <div className="row spread">
        <Groups reviews={reviews} shown={state.group as Shown} onShow={(group) => set({ group })} />
        <a className="button compact" href={sheet} download>
          {t("ui:list.export")}
        </a>
      </div>
      {inGroup.length === 0 ? (
        <EmptyState title={t("mine.groupEmpty")} />
      ) : (
        <DataTable
          label={t("mine.title")}
          rows={sortRows(inGroup, columns, state.sort, language)}
          columns={columns}
          rowKey={(row) => row.name}
          rowName={(row) => row.submissionTitle}
          rowLink={(row) => addressOf(row.name)}
          sort={state.sort}
          onSort={(sort) => set({ sort })}
          actions={(row) => <Answer review={row} />}
        />
      )}
    </div>
  );
}
