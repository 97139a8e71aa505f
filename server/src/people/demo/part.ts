import type { DemoPart } from "../../kernel/demo/county.ts";
import { addEntries } from "./entries.ts";
import { addPeoplesWord } from "./word.ts";

export const peopleDemo: DemoPart = {
  begin(county) {
    county.employers = [];
  },
  end: addPeoplesWord,
  morningAfter: addEntries,
};
