import { PARTS, type Part } from "../law-words.ts";
import { idOf, textAt, type Files } from "../model/files.ts";
import type { PlacedProblem } from "../model/law-context.ts";

/** The part of the editor that shows a place of a draft. */
export function partOf(files: Files, place: NonNullable<PlacedProblem["place"]>): string {
  const { file } = place;
  if (file.includes("/")) return idOf(file);
  if (file === "lists.json") return "names";
  const part = (Object.keys(PARTS) as Part[]).find((one) => PARTS[one].file === file);
  return part ?? ceilingOf(files, place) ?? "manifest";
}

/** The benefit whose ceiling stands at a place; null where none does. */
export function ceilingOf(files: Files, place: PlacedProblem["place"]): string | null {
  const entry = place?.file === "ceilings.json" ? /^\/ceilings\/\d+/u.exec(place.pointer)?.[0] : undefined;
  return entry === undefined ? null : textAt(files["ceilings.json"], `${entry}/benefit`) || null;
}
