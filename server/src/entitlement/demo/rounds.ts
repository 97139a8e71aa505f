import type { CivilDate } from "@jinengtong/standards";
import { type DemoCounty, past, rowId } from "../../kernel/demo/county.ts";
import { dueAfter, PUBLICITY_DAYS } from "../claim/work-calendar.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Publicised claims with their amounts in fen, by the day on which their publicity began. */
    publicised: Map<CivilDate, { claimId: string; amountFen: number }[]>;
  }
}

/** Rounds of publicity as the daily job made them: one for each day, numbered by year. */
export function addRounds(county: DemoCounty): void {
  const numbers = new Map<number, number>();
  for (const [day, claims] of [...county.publicised].toSorted(([a], [b]) => a.localeCompare(b))) {
    const year = Number(day.slice(0, 4));
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const id = rowId(county);
    county.sink.add("publicity_round", {
      id,
      year,
      number,
      document: null,
      region: county.region,
      from_day: day,
      to_day: dueAfter(day, PUBLICITY_DAYS),
      opened_by: null,
      opened_at: past(county, day, "00:20:00"),
    });
    for (const { claimId, amountFen } of claims)
      county.sink.add("publicity_entry", { round_id: id, claim_id: claimId, amount_fen: amountFen });
  }
}
