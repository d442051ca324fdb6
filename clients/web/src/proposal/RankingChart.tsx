import { useTranslation } from "react-i18next";
import { useGo } from "@/app/address";
import { submissionPage } from "@/app/staffPages";
import type { ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import { Chart } from "@/ui/Chart";
import { isException, lineOf } from "./evidence";

const kinds = ["in", "takenIn", "takenOut", "out"] as const;
type Kind = (typeof kinds)[number];

function kindOf(item: ProposalItem): Kind {
  if (isException(item)) return item.proposed ? "takenIn" : "takenOut";
  return item.proposed ? "in" : "out";
}

/** The ranking as bars, best first, with the line that the limit draws, and who is on the other side of it. */
export function RankingChart({ items }: { items: readonly ProposalItem[] }) {
  const { t } = useTranslation("proposal");
  const go = useGo();
  if (items.length === 0) return null;
  const { lastIn } = lineOf(items);
  const names = items.map((item) => `${item.rank} ${item.title}`);
  const series = kinds.map((kind) => ({
    name: t(`item.${kind}`),
    type: "bar",
    stack: "means",
    barCategoryGap: "10%",
    data: items.map((item) => (kindOf(item) === kind ? Number(item.mean.toFixed(2)) : null)),
    ...(kind === "in" && lastIn !== undefined
      ? { markLine: { symbol: "none", data: [{ yAxis: lastIn }], label: { formatter: `${lastIn.toFixed(2)}`, position: "insideEndTop" } } }
      : {}),
  }));
  const used = series.filter(({ data }) => data.some((value) => value !== null));
  const option = {
    xAxis: { type: "category", data: names, axisLabel: { show: false }, axisTick: { show: false } },
    yAxis: { type: "value", min: 0, max: 100 },
    tooltip: { trigger: "axis" },
    dataZoom: items.length > 60 ? [{ type: "inside" }, { type: "slider", height: 20, bottom: 4 }] : [],
    grid: { left: 8, right: 24, top: 40, bottom: items.length > 60 ? 32 : 8, containLabel: true },
    series: used,
  };
  const rows = items.map((item) => [item.rank, item.title, item.mean.toFixed(2), item.spread.toFixed(2), t(`item.${kindOf(item)}`)]);
  const headers = [t("column.rank"), t("column.title"), t("column.mean"), t("column.spread"), t("column.in")];
  return (
    <section className="panel">
      <Chart
        title={t("chart.title")}
        unit={t("chart.unit")}
        option={option}
        table={{ headers, rows }}
        onPress={(name) => {
          const item = items[names.indexOf(name)];
          if (item) go(submissionPage(item.submission));
        }}
      />
    </section>
  );
}
