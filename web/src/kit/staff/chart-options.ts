import type { EChartsCoreOption } from "echarts/core";
import { formatNumber, formatShort } from "../format.ts";
import { readToken, seriesColours } from "../tokens.ts";

export interface ChartSeries {
  name: string;
  values: readonly number[];
}

export interface ChartData {
  kind: "bar" | "stacked" | "line";
  /** Bars that lie: for long names and ordered lists. */
  horizontal?: boolean;
  categories: readonly string[];
  series: readonly ChartSeries[];
  unit: string;
  /** A line to reach. */
  target?: { value: number; label: string };
}

/** Our chart style: axes from zero, thin lines, 万 on the axis, exact number on hover, labels beside the lines. */
export function chartOptions(data: ChartData): EChartsCoreOption {
  const ink2 = readToken("color-ink-2");
  const line = readToken("color-line");
  const horizontal = data.horizontal === true;
  const many = data.series.length > 1;
  const labelled = isLabelled(data);
  const names = {
    type: "category",
    data: [...data.categories],
    inverse: horizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: readToken("color-ink") } },
    axisLabel: { color: ink2, fontSize: 12, interval: horizontal ? 0 : "auto", hideOverlap: true },
  };
  const numbers = {
    type: "value",
    min: 0,
    axisLabel: { show: !labelled, color: ink2, fontSize: 12, formatter: formatShort },
    splitLine: { show: !labelled, lineStyle: { color: line } },
  };
  return {
    // No animation when printing: the chart would be half drawn.
    animation: false,
    color: seriesColours(),
    textStyle: { fontFamily: readToken("font-sans"), color: ink2 },
    grid: {
      top: 18,
      right: data.kind === "line" && many ? 88 : horizontal && labelled ? 60 : 24,
      bottom: 4,
      left: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: data.kind === "line" ? "line" : "shadow" },
      borderColor: readToken("color-line-strong"),
      borderRadius: 4,
      padding: [8, 12],
      extraCssText: "box-shadow:none",
      textStyle: { color: readToken("color-ink"), fontSize: 13 },
      valueFormatter: (value: unknown) => `${formatNumber(Number(value))} ${data.unit}`,
    },
    xAxis: horizontal ? numbers : names,
    yAxis: horizontal ? names : numbers,
    series: data.series.map((series, index) => seriesOption(data, series, index, ink2)),
  };
}

/** Few bars show their numbers themselves; then the axis needs none. */
function isLabelled(data: ChartData): boolean {
  return data.kind === "bar" && data.categories.length * data.series.length <= 24;
}

function seriesOption(data: ChartData, series: ChartSeries, index: number, ink2: string): object {
  const shared = { name: series.name, data: [...series.values] };
  const target =
    data.target !== undefined && index === 0
      ? {
          markLine: {
            symbol: "none",
            silent: true,
            lineStyle: { color: readToken("color-turn"), type: "dashed", width: 1.5 },
            label: {
              color: readToken("color-turn"),
              position: "insideStartTop",
              backgroundColor: readToken("color-sheet"),
              padding: [0, 4],
              formatter: `${data.target.label} ${formatShort(data.target.value)}`,
            },
            data: [data.horizontal === true ? { xAxis: data.target.value } : { yAxis: data.target.value }],
          },
        }
      : {};
  if (data.kind === "line") {
    return {
      ...shared,
      ...target,
      type: "line",
      symbol: "circle",
      symbolSize: 5,
      showSymbol: series.values.length <= 24,
      lineStyle: { width: 2, type: index % 2 === 0 ? "solid" : [6, 3] },
      endLabel: { show: data.series.length > 1, formatter: "{a}", fontSize: 12, color: "inherit" },
    };
  }
  return {
    ...shared,
    ...target,
    type: "bar",
    barMaxWidth: 26,
    // On a phone the bars are narrower than their numbers; the table has them.
    labelLayout: { hideOverlap: true },
    ...(data.kind === "stacked" ? { stack: "all" } : {}),
    label: {
      show: isLabelled(data),
      position: data.horizontal === true ? "right" : "top",
      fontSize: 12,
      color: ink2,
      formatter: (item: { value: unknown }) => formatShort(Number(item.value)),
    },
  };
}
