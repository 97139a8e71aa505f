import { todayInShanghai, type CivilDate } from "@jinengtong/standards";
import { placeOf, type Columns } from "./columns.ts";
import { dateOf, dayOf, LAST_DAY, periodCode } from "./days.ts";
import { MEASURES, PERIODS, type Dimension, type Measure, type MeasureId, type Period } from "./shape.ts";
import type { FactStore } from "./store.ts";

export type Cut = Dimension | Period | "none";

/** Filter of rows. Codes of one dimension are alternatives; all dimensions must match. */
export interface FactFilter {
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  codes?: Partial<Record<Dimension, readonly string[]>>;
  /** Only towns that begin so. */
  region?: string | undefined;
}

export interface CutResult {
  /** Total over all rows; for persons this isn't the sum of the cells. */
  total: number;
  cells: { by: string; split: string; value: number }[];
}

const isPeriod = (cut: Cut): cut is Period => cut in PERIODS;

/** One measure over all facts, split by one or two dimensions. */
export function cutFacts(
  store: FactStore,
  measureId: MeasureId,
  filter: FactFilter,
  by: Cut,
  split: Cut = "none",
): CutResult {
  const measure: Measure = MEASURES[measureId];
  const columns = store.columns[measure.shape.table];
  const chosen = choose(store, columns, measure, filter);
  const [first, second] = [axis(store, columns, chosen, by), axis(store, columns, chosen, split)];
  const width = second.names.length;
  const values = new Float64Array(first.names.length * width);
  const lastPerson = new Uint32Array(measure.count === "persons" ? values.length : 0);
  const amounts = typeof measure.count === "object" ? columns.amounts[measure.count.sum] : undefined;
  const { person } = columns;
  const { day, from, to, masks } = chosen;
  let total = 0;
  let lastOfAll = 0;
  rows: for (let row = 0; row < columns.length; row += 1) {
    const on = day[row] as number;
    if (on < from || on > to) continue;
    for (const mask of masks) if (mask.allowed[mask.column[row] as number] === 0) continue rows;
    const cell =
      (first.index[first.column[row] as number] as number) * width +
      (second.index[second.column[row] as number] as number);
    if (amounts !== undefined) {
      const amount = amounts[row] as number;
      values[cell] = (values[cell] as number) + amount;
      total += amount;
    } else if (measure.count === "persons") {
      const who = person[row] as number;
      if (who === 0) continue;
      if (lastPerson[cell] !== who) {
        lastPerson[cell] = who;
        values[cell] = (values[cell] as number) + 1;
      }
      if (lastOfAll !== who) {
        lastOfAll = who;
        total += 1;
      }
    } else {
      values[cell] = (values[cell] as number) + 1;
      total += 1;
    }
  }
  const cells: CutResult["cells"] = [];
  values.forEach((value, cell) => {
    if (value !== 0)
      cells.push({
        by: first.names[Math.floor(cell / width)] as string,
        split: second.names[cell % width] as string,
        value,
      });
  });
  return { total, cells };
}

/** Ids of the matching rows, in the store's order, after a position; for drill-down. */
export function findFacts(
  store: FactStore,
  measureId: MeasureId,
  filter: FactFilter,
  page: { after: [person: number, id: number] | null; limit: number },
): { person: number; id: number }[] {
  const measure: Measure = MEASURES[measureId];
  const columns = store.columns[measure.shape.table];
  const { day, from, to, masks } = choose(store, columns, measure, filter);
  const amounts = typeof measure.count === "object" ? columns.amounts[measure.count.sum] : undefined;
  const found: { person: number; id: number }[] = [];
  const begin = page.after ? placeOf(columns, page.after[0], page.after[1] + 1) : 0;
  rows: for (let row = begin; row < columns.length && found.length < page.limit; row += 1) {
    const on = day[row] as number;
    if (on < from || on > to) continue;
    // A payment takes nothing from what was approved: it is not behind that figure.
    if (amounts?.[row] === 0) continue;
    for (const mask of masks) if (mask.allowed[mask.column[row] as number] === 0) continue rows;
    found.push({ person: columns.person[row] as number, id: columns.id[row] as number });
  }
  return found;
}

interface Chosen {
  day: Uint16Array;
  from: number;
  to: number;
  masks: { column: Uint16Array; allowed: Uint8Array }[];
}

function choose(store: FactStore, columns: Columns, measure: Measure, filter: FactFilter): Chosen {
  const masks: Chosen["masks"] = [];
  // A class approved for next month is a plan: it counts from its first day.
  const today = dayOf(todayInShanghai(store.followedTo));
  let to = filter.to === undefined ? today : Math.min(today, dayOf(filter.to));
  const wanted = Object.entries(filter.codes ?? {}) as [Dimension, readonly string[]][];
  for (const [dimension, codes] of wanted) {
    const column = columns.codes[dimension];
    if (column) masks.push({ column, allowed: maskOf(store, dimension, (code) => codes.includes(code)) });
    // A dimension that the facts lack (the source of a training) matches no row.
    else to = 0;
  }
  const { region } = filter;
  if (region) {
    const allowed = maskOf(store, "town", (code) => code.startsWith(region));
    masks.push({ column: columns.codes.town as Uint16Array, allowed });
  }
  return {
    day: columns.days[measure.date] as Uint16Array,
    // Day 0 means no date: such a row never counts.
    from: filter.from === undefined ? 1 : Math.max(1, dayOf(filter.from)),
    to,
    masks,
  };
}

/** Tables over codes are sized by the number of codes: cuts are frequent, and garbage is memory until it is collected. */
const codeLimit = (store: FactStore): number => Math.max(0, ...store.codes.keys()) + 1;

function maskOf(store: FactStore, dimension: Dimension, wanted: (code: string) => boolean): Uint8Array {
  const allowed = new Uint8Array(codeLimit(store));
  for (const [id, known] of store.codes) if (known.dimension === dimension && wanted(known.code)) allowed[id] = 1;
  return allowed;
}

interface Axis {
  column: Uint16Array;
  /** Maps a column's values to positions in `names`. */
  index: Uint16Array;
  names: string[];
}

/** All values map to the first position. */
const ALL_IN_ONE = new Uint16Array(65_536);

function axis(store: FactStore, columns: Columns, chosen: Chosen, cut: Cut): Axis {
  if (cut === "none") return { column: chosen.day, index: ALL_IN_ONE, names: [""] };
  const names: string[] = [];
  const places = new Map<string, number>();
  const place = (name: string): number => {
    const known = places.get(name) ?? names.push(name) - 1;
    places.set(name, known);
    return known;
  };
  if (isPeriod(cut)) {
    const { first, last } = range(chosen);
    const index = new Uint16Array(last + 1);
    for (let day = first; day <= last; day += 1) index[day] = place(periodCode(cut, dateOf(day)));
    return { column: chosen.day, index, names: names.length > 0 ? names : [""] };
  }
  const column = columns.codes[cut];
  if (!column) return { column: chosen.day, index: ALL_IN_ONE, names: [""] };
  const index = new Uint16Array(codeLimit(store));
  for (const [id, known] of store.codes) if (known.dimension === cut) index[id] = place(known.code);
  return { column, index, names: names.length > 0 ? names : [""] };
}

/** Days that occur in the requested period. */
function range({ day, from, to }: Chosen): { first: number; last: number } {
  let first = LAST_DAY;
  let last = 0;
  for (const on of day) {
    if (on < from || on > to) continue;
    if (on < first) first = on;
    if (on > last) last = on;
  }
  return { first, last };
}
