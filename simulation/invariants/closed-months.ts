import type { County } from "../county.ts";
import type { Invariant } from "./invariant.ts";

/** Figures of months that are over, as they were first shown. */
const published = new WeakMap<County, Map<string, number>>();

export const closedMonths: Invariant = {
  sentence:
    "A month that is over stays as it was published: corrections, cancellations and returns stand in their own month.",
  each: "day",
  async check(county) {
    const known = published.get(county) ?? new Map<string, number>();
    published.set(county, known);
    const thisMonth = county.world.today.slice(0, 7);
    const desk = await county.auditor.desk();
    const breaches: string[] = [];
    for (const measure of ["approved", "paid"] as const) {
      const { body } = await desk.do("GET /api/v1/statistics", { query: { measure, by: "month" } });
      const shown = new Map(body.rows.map((row) => [row.code, row.value]));
      for (const month of new Set([...shown.keys(), ...known.keys()].map((key) => key.split(" ").at(-1) ?? ""))) {
        if (month >= thisMonth) continue;
        const key = `${measure} ${month}`;
        const now = shown.get(month) ?? 0;
        const before = known.get(key);
        if (before !== undefined && before !== now) breaches.push(`${key} was ${before} and is ${now}`);
        known.set(key, now);
      }
    }
    return breaches;
  },
};
