import { useTranslation } from "react-i18next";
import { Chart } from "@/ui/Chart";
import styles from "./assignment.module.css";
import { histogram, tenths } from "./loads";

/** Loads and affinities as pictures. */
export function Pictures({ loads, affinities }: { loads: Iterable<number>; affinities: Iterable<number> }) {
  const { t } = useTranslation("assignment");
  const bars = histogram(loads);
  const bins = tenths(affinities);
  const ranges = bins.map((_, at) => `${at / 10}–${(at + 1) / 10}`);
  const option = (names: (string | number)[], counts: number[], name: string) => ({
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: names, name, nameLocation: "middle", nameGap: 28 },
    yAxis: { type: "value", minInterval: 1 },
    grid: { left: 8, right: 16, bottom: 28, top: 16, containLabel: true },
    series: [{ type: "bar", data: counts, barMaxWidth: 48, label: { show: true, position: "top", formatter: "{c}" } }],
  });
  return (
    <div className={styles.pictures}>
      <Chart
        title={t("loads.title")}
        unit={t("loads.unit")}
        height={240}
        option={option(bars.map(([load]) => load), bars.map(([, count]) => count), t("loads.axis"))}
        table={{ headers: [t("loads.axis"), t("loads.unit")], rows: bars }}
      />
      <Chart
        title={t("affinity.title")}
        unit={t("affinity.unit")}
        height={240}
        option={option(ranges, bins, t("affinity.axis"))}
        table={{ headers: [t("affinity.axis"), t("affinity.unit")], rows: ranges.map((range, at) => [range, bins[at] ?? 0]) }}
      />
    </div>
  );
}
