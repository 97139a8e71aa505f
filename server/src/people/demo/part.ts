import type { DemoPart } from "../../kernel/demo/county.ts";
import { addEntries } from "./entries.ts";
import { addWindows } from "./windows.ts";
import { addPeoplesWord } from "./word.ts";

export const peopleDemo: DemoPart = {
  begin(county) {
    county.employers = [];
  },
  end: addPeoplesWord,
  async morningAfter(services) {
    await addEntries(services);
    await addWindows(services);
  },
};
