import type { DemoPart } from "../../kernel/demo/county.ts";
import { addChanges } from "./changes.ts";
import { addTalk } from "./talk.ts";
import { addWishes } from "./wishes.ts";
import { addInPlace } from "./in-place.ts";

export const trainingDemo: DemoPart = {
  begin(county) {
    county.running = [];
    county.onClassCompleted = [];
  },
  async morningAfter(services) {
    await addInPlace(services);
    await addWishes(services);
    await addTalk(services);
  },
  async end(county) {
    addChanges(county);
    await county.sink.goOn("class_number", county.sink.count("training_class"));
  },
};
