import { useQuery } from "@connectrpc/connect-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Receipt, Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { Waiting } from "@/ui/Waiting";
import { digestOf, hexOf } from "./digest";
import { ReadSubmission } from "./read";
import styles from "./submission.module.css";

/** Whether what was sent is what the receipt's sum says, worked out in this browser. */
function useIsGenuine(receipt: Receipt | undefined): boolean | undefined {
  const [genuine, setGenuine] = useState<boolean>();
  useEffect(() => {
    if (!receipt?.content) return;
    void digestOf(receipt.content).then((digest) => setGenuine(digest === hexOf(receipt.sha256)));
  }, [receipt]);
  return genuine;
}

function Content({ submission, call, receipt }: { submission: Submission; call: Call; receipt: Receipt }) {
  const { t } = useTranslation("submission");
  const genuine = useIsGenuine(receipt);
  const content = `data:application/json;charset=utf-8,${encodeURIComponent(receipt.content)}`;
  return (
    <section className="panel stack">
      <p className={`${styles.notice} ${styles.good}`} role="status">
        {t(call.endorsementRequired ? "receipt.doneEndorsed" : "receipt.done")}
      </p>
      <Facts
        facts={[
          { label: t("receipt.number"), value: <span className={`code ${styles.receiptNumber}`}>{receipt.number}</span> },
          { label: t("receipt.time"), value: <Instant at={receipt.submitTime} /> },
          { label: t("field.title"), value: submission.title },
          { label: t("call"), value: call.title },
          { label: t("leader"), value: submission.leaderName },
          { label: t("unit"), value: submission.unitName },
          {
            label: t("receipt.digest"),
            value: (
              <>
                <span className={styles.digest}>{hexOf(receipt.sha256)}</span>
                {genuine !== undefined && <div className="small quiet">{t(genuine ? "receipt.genuine" : "receipt.wrong")}</div>}
              </>
            ),
          },
        ]}
      />
      <div className={`row ${styles.noPrint}`}>
        <button type="button" className="button primary" onClick={() => window.print()}>
          {t("receipt.print")}
        </button>
        {receipt.content && (
          <a className="button" href={content} download={`${receipt.number}.json`}>
            {t("receipt.content")}
          </a>
        )}
        <Link to={addressOf(submission.name)} className="button">
          {t("toSubmission")}
        </Link>
      </div>
    </section>
  );
}

function Read({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const { data, error } = useQuery(SubmissionsService.method.getReceipt, { name: submission.name });
  return (
    <div className="stack measure">
      <PageHeader
        title={t("receipt.title")}
        trail={[
          { text: t("mine"), to: "/submissions" },
          { text: submission.title, to: addressOf(submission.name) },
        ]}
      />
      {data ? (
        <Content submission={submission} call={call} receipt={data} />
      ) : error ? (
        <EmptyState title={explain(toRefusal(error), t)} />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

/** Proof of what was sent and when. */
export default function ReceiptPage() {
  return <ReadSubmission>{(read) => <Read {...read} />}</ReadSubmission>;
}
