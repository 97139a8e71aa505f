import type { DemoPart } from "../../kernel/demo/county.ts";
import { addAdmissions, addApplications } from "./admissions.ts";
import { addPlaces } from "./places.ts";
import { addLists } from "./lists.ts";

export const catalogueDemo: DemoPart = {
  begin(county) {
    county.projects = [];
    addAdmissions(county);
    addLists(county);
  },
  morningAfter: addPlaces,
  end: addApplications,
};
