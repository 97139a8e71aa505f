/**
 * The county that a process or a page serves: its region, towns, offices, programmes and number prefixes. A deployment is one
 * county, so it is entered once at the start, before anything asks for it, like the holidays in `standards`.
 */
import type { County, Town } from "./schema.ts";

export type { County, Office, Town } from "./schema.ts";

let entered: County | undefined;

/** Makes this the county of the process or the page. */
export function enterCounty(given: County): void {
  entered = given;
}

/** The county of this process or page. Throws while none was entered: that is a mistake in the start, not in a request. */
export function county(): County {
  if (entered === undefined) throw new Error("no county was entered");
  return entered;
}

/** Default programme of classes and claims that name none. */
export const defaultProgramme = (): string => county().programmes[0] ?? "";

export const isTown = (code: string): boolean => county().towns.some((town) => town.code === code);

/** The towns as a select shows them. */
export const townChoices = (): { value: string; label: string }[] =>
  county().towns.map(({ code, name }) => ({ value: code, label: name }));

/** The name of a town, of the county, or of its city or province (`320000` and `320600` too); otherwise the code itself. */
export function regionName(code: string): string {
  const { region, towns, within } = county();
  const plain = code.length === 6 ? code.replace(/^(\d\d)0000$|^(\d{4})00$/, "$1$2") : code;
  return [region, ...towns, ...within].find((area) => area.code === plain)?.name ?? code;
}

/** The code of a town by its name, in full or without 镇, 乡, 街道 or brackets; for spreadsheet cells. */
export function townCodeOf(name: string): string | undefined {
  const plain = name.trim();
  return plain === "" ? undefined : county().towns.find((town) => namesOf(town).includes(plain))?.code;
}

const namesOf = ({ name }: Town): string[] => [name, ...name.split(/[（）]/), name.replace(/(?:镇|乡|街道)$/, "")];
