import type { NumberFact } from "../facts.ts";

/** Unit of a quantity: money, or a plain number to multiply money with. */
export type Unit = "fen" | "count";

export function fenOrCount(unit: NumberFact["unit"]): Unit {
  return unit === "fen" ? "fen" : "count";
}

/** The unit of a quantity made of others: money as soon as one of them is. */
export function kindUnit(units: readonly Unit[]): Unit {
  return units.includes("fen") ? "fen" : "count";
}
