import type { DemoPart } from "../../kernel/demo/county.ts";
import { prepareAllowances } from "./allowances.ts";
import { claimInPlace } from "./claim-in-place.ts";
import { addParameters } from "./parameters.ts";
import { addRounds } from "./rounds.ts";

export const entitlementDemo: DemoPart = {
  begin(county) {
    county.history = new Map();
    county.held = new Map();
    county.publicised = new Map();
    addParameters(county);
  },
  async morningAfter(services) {
    await prepareAllowances(services);
    await claimInPlace(services);
  },
  end(county) {
    addRounds(county);
    return county.sink.goOn("claim_number", county.sink.count("claim"));
  },
};
