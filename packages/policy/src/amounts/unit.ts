import type { NumberFact } from "../facts.ts";

/** What a quantity counts: money, or a plain number that money is multiplied with. */
export type Unit = "fen" | "count";

export function fenOrCount(unit: NumberFact["unit"]): Unit {
  return unit === "fen" ? "fen" : "count";
}

/** The unit of a quantity made of others: money as soon as one of them is. */
export function kindUnit(units: readonly Unit[]): Unit {
  return units.includes("fen") ? "fen" : "count";
}
