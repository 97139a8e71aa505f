import { LabelLayout } from "echarts/features";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([LabelLayout, BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, SVGRenderer]);

export { init };
