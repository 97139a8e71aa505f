import type { DemoPart } from "../../kernel/demo/county.ts";
import { refreshFacts } from "../facts/refresh.ts";
import { addLeads } from "./departments.ts";
import { addTargets } from "./targets.ts";

export const reportingDemo: DemoPart = {
  begin: addTargets,
  end: addLeads,
  async morningAfter(services) {
    await refreshFacts(services, { all: true });
  },
};
