import { useTranslation } from "react-i18next";
import type { Proposal } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { Money } from "@/ui/Money";

/** What draws the line: a number of projects, or a sum. */
export function Limit({ of }: { of: Proposal["limit"] | Call["funding"] }) {
  const { t } = useTranslation("proposal");
  if (of.case === "fundedCount") return <span className="number">{t("limit.count", { count: of.value })}</span>;
  if (of.case === "budgetFen") return <Money fen={of.value} />;
  return <span className="quiet">{t("limit.none")}</span>;
}
