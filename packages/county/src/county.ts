/**
 * The county that a process or page serves: region, towns, offices, programmes and number prefixes. A deployment is one county, so
 * it is set once at the start, like the holidays in `standards`.
 */
import type { County, Office, Town } from "./schema.ts";

export type { County, Office, Town } from "./schema.ts";

let entered: County | undefined;

/** Sets the county of the process or page. */
export function enterCounty(given: County): void {
  entered = given;
}

/** The county of this process or page. Throws if none was set: a fault of the start, not of a request. */
export function county(): County {
  if (entered === undefined) throw new Error("no county was entered");
  return entered;
}

/** Default programme of classes and claims that name none. */
export const defaultProgramme = (): string => county().programmes[0] ?? "";

export const isTown = (code: string): boolean => county().towns.some((town) => town.code === code);

/** Towns that border on a town, whichever of the two says so in the county's file. */
export function nearTowns(code: string): string[] {
  const { towns } = county();
  const own = towns.find((town) => town.code === code)?.near ?? [];
  return towns.filter((town) => own.includes(town.code) || (town.near ?? []).includes(code)).map((town) => town.code);
}

/** Whom to ask in a region: the window of that town, else the county's bureau. */
export function windowOf(region: string | undefined): Pick<Office, "name" | "phone" | "address" | "hours"> {
  const { towns, offices } = county();
  return towns.find((town) => town.code === region)?.window ?? offices.bureau;
}

/** The towns as options of a select. */
export const townChoices = (): { value: string; label: string }[] =>
  county().towns.map(({ code, name }) => ({ value: code, label: name }));

/** Name of a town, the county, its city or province (`320000` and `320600` too); otherwise the code itself. */
export function regionName(code: string): string {
  const { region, towns, within } = county();
  const plain = code.length === 6 ? code.replace(/^(\d\d)0000$|^(\d{4})00$/, "$1$2") : code;
  return [region, ...towns, ...within].find((area) => area.code === plain)?.name ?? code;
}

/**
 * Code of a town by name, in full or without 镇, 乡, 街道 or brackets, with or without the county, city and province before it
 * (county and town in one word); for spreadsheet cells.
 */
export function townCodeOf(name: string): string | undefined {
  const { region, towns, within } = county();
  const above = [region, ...within].map((area) => area.name).filter((each) => each !== "");
  let plain = name.replace(/\s/g, "");
  for (let before = ""; before !== plain;) {
    before = plain;
    const prefix = above.find((each) => plain.startsWith(each) && plain.length > each.length);
    if (prefix !== undefined) plain = plain.slice(prefix.length);
  }
  return plain === "" ? undefined : towns.find((town) => namesOf(town).includes(plain))?.code;
}

const namesOf = ({ name }: Town): string[] => [name, ...name.split(/[（）]/), name.replace(/(?:镇|乡|街道)$/, "")];
