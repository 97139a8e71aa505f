/** Words of a package that people can't read as they stand: a number after a mark that turns the line around reads as another. */
import type { PackageRules } from "../package-types.ts";
import type { PolicyProblem } from "./problem.ts";

/** Control characters, marks of writing direction, letters of no width, halves of a pair; a text may have lines. */
const UNREADABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u;

function wrongText(text: string): string | null {
  if (text.trim() === "") return "文字是空的";
  const [letter] = UNREADABLE.exec(text) ?? [];
  if (letter === undefined) return null;
  const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
  return `“${text.replace(letter, "").trim().slice(0, 20)}”中有看不见的字符（U+${code}），请删去后重新输入`;
}

/** Every text in a value, by the first name that stands above it. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function wrongIn(where: string, value: unknown): PolicyProblem[] {
  return [...new Set(textsIn(value).flatMap((text) => wrongText(text) ?? []))].map((message) => ({
    severity: "error",
    kind: "text",
    where,
    message,
  }));
}

export function checkTexts(rules: PackageRules): PolicyProblem[] {
  return [
    ...wrongIn("manifest", rules.manifest),
    ...rules.clauses.flatMap((one) => wrongIn(one.id, one)),
    ...rules.parameters.flatMap((one) => wrongIn(one.name, one)),
    ...rules.interpretations.flatMap((one) => wrongIn(one.id, one)),
    ...rules.benefits.flatMap((one) => wrongIn(one.id, one)),
    ...wrongIn("vocabulary", rules.vocabulary),
  ];
}
