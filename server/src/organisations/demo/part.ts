import type { DemoPart } from "../../kernel/demo/county.ts";
import { addOffices } from "./offices.ts";
import { addOrganisations } from "./organisation.ts";
import { addReturns } from "./returns.ts";
import { addDealtWith } from "./standing.ts";

export const organisationsDemo: DemoPart = {
  begin(county) {
    county.organisations = [];
    county.enterprises = [];
    county.evaluators = [];
    county.departments = new Map();
    addOrganisations(county);
  },
  async end(county) {
    await addDealtWith(county);
    addOffices(county);
  },
  morningAfter: addReturns,
};
