import { PARTS, type Part } from "../law-words.ts";
import { idOf } from "../model/files.ts";

/** The part of the editor that shows a file. */
export function partOfFile(file: string): string {
  if (file.includes("/")) return idOf(file);
  if (file === "lists.json") return "names";
  return (Object.keys(PARTS) as Part[]).find((part) => PARTS[part].file === file) ?? "manifest";
}
