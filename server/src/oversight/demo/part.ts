import type { DemoPart } from "../../kernel/demo/county.ts";
import { scanForAnomalies } from "../anomaly/scan.ts";
import { answerAnomalies } from "./answers.ts";
import { tellDesksOfHistory } from "./messages.ts";

export const oversightDemo: DemoPart = {
  async morningAfter(services) {
    await scanForAnomalies(services);
    await answerAnomalies(services);
    await tellDesksOfHistory(services);
  },
};
