// The parts of ECharts that the pages use. Canvas, for its SVG sets style attributes, which our policy refuses.
import { BarChart, BoxplotChart, HeatmapChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart, BoxplotChart, HeatmapChart, LineChart, PieChart, ScatterChart, AriaComponent, DataZoomComponent,
  GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, CanvasRenderer,
]);
export { init };
