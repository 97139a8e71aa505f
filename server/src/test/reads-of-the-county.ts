import { randomUUID } from "node:crypto";
import { defaultProgramme } from "@jinengtong/county";
import type { everyRead } from "./every-read.ts";

const PERIOD = "from=2020-01-01&to=2030-12-31";
const CLAIM_STATES =
  "prepared submitted first-passed approved publicised objected payable batched paid refused recovering withdrawn".split(
    " ",
  );
const FIGURES = ["by=month", "by=institution", "by=benefit&split=group", "by=town&split=month"];

/** Names and ids of a demo county that the walk over every read must be told. */
export const readsOfTheCounty = (): NonNullable<Parameters<typeof everyRead>[2]> => ({
  given: {
    codes: ["education-fund", "training-monthly"],
    periods: ["2025", "2026-01"],
    kinds: ["plan"],
    versions: ["1"],
    years: ["2025"],
    lists: ["occupations", "shortage", "institutions"],
    policy: [defaultProgramme()],
  },
  asks: {
    "/api/v1/fund/sources/:id/entries": [PERIOD],
    "/api/v1/fund/sources/:id/statement": [PERIOD],
    "/api/v1/statistics": [
      "measure=persons",
      ...FIGURES.map((cut) => `measure=persons&${cut}`),
      "measure=paid&by=source",
    ],
    "/api/v1/statistics/rows": ["measure=persons"],
    "/api/v1/plan-quotas/left": [`projectId=${randomUUID()}&year=2026&town=`],
    "/api/v1/trace/search": ["q=%E7%8E%8B"],
    "/api/v1/claims": [
      "",
      ...CLAIM_STATES.map((state) => `state=${state}`),
      "state=submitted,first-passed&overdue=true",
    ],
    "/api/v1/certificates/verification": ["number=320682"],
    "/api/v1/fact-imports/template": ["subject=fact:pension"],
  },
});
