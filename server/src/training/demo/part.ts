import type { DemoPart } from "../../kernel/demo/county.ts";
import { addChanges } from "./changes.ts";

export const trainingDemo: DemoPart = {
  begin(county) {
    county.running = [];
    county.onClassCompleted = [];
  },
  async end(county) {
    addChanges(county);
    await county.sink.goOn("class_number", county.sink.count("training_class"));
  },
};
