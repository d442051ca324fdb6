import type { ECharts, EChartsCoreOption } from "echarts/core";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useTheme } from "@/theme/theme";
import { dark, fontFamily, light, series } from "@/theme/tokens";
import styles from "./Chart.module.css";

interface Props {
  title: string;
  /** What the numbers are, e.g. 分 or 项. */
  unit: string;
  /** ECharts' option; colours, patterns, type and tooltip are set here already. */
  option: EChartsCoreOption;
  /** The same as a table: a row of headers, then rows. */
  table: { headers: string[]; rows: (string | number)[][] };
  height?: number;
  /** An element of the chart was pressed: its name and series. */
  onPress?: (name: string, seriesName: string) => void;
}

function styled(option: EChartsCoreOption, theme: "light" | "dark"): EChartsCoreOption {
  const colours = theme === "dark" ? dark : light;
  return {
    color: series[theme],
    textStyle: { fontFamily, color: colours.text, fontSize: 13 },
    animation: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    aria: { enabled: false, decal: { show: true } },
    legend: { textStyle: { color: colours.text }, top: 0 },
    grid: { left: 8, right: 16, bottom: 8, top: 40, containLabel: true },
    // Drawn on the canvas: as HTML it would need style attributes, which the policy refuses.
    tooltip: { renderMode: "richText", backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.text } },
    ...option,
  };
}

/** Keeps one chart in the element, of its size. */
function useChart(option: EChartsCoreOption, onPress: Props["onPress"]) {
  const theme = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  useEffect(() => void (press.current = onPress));
  const drawn = JSON.stringify(option);
  useEffect(() => {
    let chart: ECharts | undefined;
    let gone = false;
    const sized = new ResizeObserver(() => chart?.resize());
    void import("./echarts").then(({ init }) => {
      if (gone || !element.current) return;
      chart = init(element.current);
      chart.setOption(styled(option, theme));
      chart.on("click", ({ name, seriesName }) => press.current?.(name, seriesName ?? ""));
      sized.observe(element.current);
    });
    return () => {
      gone = true;
      sized.disconnect();
      chart?.dispose();
    };
    // `drawn` stands for `option`, which is a new object each time; functions in it must not depend on state.
  }, [drawn, theme]);
  return element;
}

/** A picture with a title, a unit, patterns beside the colours, and its data as a table. */
export function Chart({ title, unit, option, table, height = 320, onPress }: Props) {
  const { t } = useTranslation("ui");
  const id = useId();
  const element = useChart(option, onPress);
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id} className={styles.title}>
        {title}
        <span className="quiet small">{t("chart.unit", { unit })}</span>
      </figcaption>
      <div ref={element} style={{ height }} aria-hidden="true" />
      <details>
        <summary>{t("chart.data")}</summary>
        <div className={styles.data} role="region" aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
