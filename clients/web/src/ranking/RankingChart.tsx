import { useTranslation } from "react-i18next";
import { useGo } from "@/app/address";
import { desk } from "@/callDesk/useCall";
import { Chart } from "@/ui/Chart";
import type { Line } from "./line";

const shownAtOnce = 60;

/** The scores, best first, with the line drawn on them. */
export function RankingChart({ line }: { line: Line }) {
  const { t } = useTranslation(["ranking", "terms"]);
  const go = useGo();
  const { ranked, above, tied } = line;
  const ties = new Set(tied.map((one) => one.submission));
  const kindOf = (at: number) => (ties.has(ranked[at]?.submission ?? "") ? "tied" : at < above ? "in" : "out");
  const series = (["in", "tied", "out"] as const).map((kind) => ({
    name: t(`kind.${kind}`),
    type: "bar",
    stack: "mean",
    barMaxWidth: 24,
    data: ranked.map((one, at) => (kindOf(at) === kind ? Number(one.mean.toFixed(2)) : null)),
  }));
  const drawn = above > 0 && above < ranked.length;
  const spans = {
    name: t("terms:field.highest"),
    type: "line",
    symbol: "diamond",
    symbolSize: 5,
    lineStyle: { width: 0 },
    data: ranked.map((one) => Number(one.highest.toFixed(2))),
    markLine: drawn
      ? {
          symbol: "none",
          silent: true,
          lineStyle: { width: 2, type: "solid" },
          label: { formatter: t("lineHere", { count: above }), position: "insideEndTop" },
          data: [{ yAxis: Number((ranked[above - 1]?.mean ?? 0).toFixed(2)) }],
        }
      : undefined,
  };
  const end = Math.min(Math.max(above + shownAtOnce / 2, shownAtOnce), ranked.length) - 1;
  const option = {
    tooltip: { trigger: "axis" },
    legend: { top: 0, data: [...series.map((one) => one.name), spans.name] },
    grid: { left: 8, right: 16, bottom: ranked.length > shownAtOnce ? 56 : 8, top: 56, containLabel: true },
    xAxis: { type: "category", data: ranked.map((one) => one.number), axisLabel: { rotate: 60, fontSize: 11 } },
    yAxis: { type: "value", min: 0, max: 100 },
    dataZoom: ranked.length > shownAtOnce ? [{ type: "slider", startValue: Math.max(end - shownAtOnce + 1, 0), endValue: end }] : undefined,
    series: [...series, spans],
  };
  return (
    <Chart
      title={t("chart")}
      unit={t("points")}
      height={380}
      option={option}
      onPress={(number) => {
        const found = ranked.find((one) => one.number === number);
        if (found) go(desk.submission(found.submission));
      }}
      table={{
        headers: [t("terms:field.rank"), t("terms:field.number"), t("terms:field.mean"), t("terms:field.lowest"), t("terms:field.highest"), t("place")],
        rows: ranked.map((one, at) => [one.rank, one.number, one.mean.toFixed(2), one.lowest.toFixed(2), one.highest.toFixed(2), t(`kind.${kindOf(at)}`)]),
      }}
    />
  );
}
