import type { DemoPart } from "../../kernel/demo/county.ts";
import { prepareAllowances } from "./allowances.ts";
import { addParameters } from "./parameters.ts";

export const entitlementDemo: DemoPart = {
  begin(county) {
    county.history = new Map();
    county.held = new Map();
    addParameters(county);
  },
  morningAfter: prepareAllowances,
  end: (county) => county.sink.goOn("claim_number", county.sink.count("claim")),
};
