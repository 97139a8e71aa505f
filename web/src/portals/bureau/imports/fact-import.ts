import { groups } from "@jinengtong/standards";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { type FactKind, factWords } from "../people/fact-forms.ts";

export type FactImport = Output<Api["factImports"]["list"]>["rows"][number];
export type ShownImport = Output<Api["factImports"]["show"]>;
export type ImportedRow = Output<Api["factImports"]["rows"]>["rows"][number];
export type Register = Output<Api["registerKeepers"]["list"]>["registers"][number];

/** 新登记 20，更正 1，已有 3，有错误 2. */
export function importCounts({
  added,
  changed,
  same,
  faulty,
}: Pick<FactImport, "added" | "changed" | "same" | "faulty">): string {
  const parts = [
    ["新登记", added],
    ["更正", changed],
    ["已有", same],
    ["有错误", faulty],
  ] as const;
  const told = parts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count.toLocaleString("zh-CN")}`);
  return told.length === 0 ? "–" : told.join("，");
}

/** The content of a row in words. */
export function rowWords(subject: FactImport["subject"], value: Record<string, unknown> | null): string {
  if (value === null) return "";
  const [kind = "", code = ""] = subject.split(":");
  if (kind === "fact") return factWords(code as FactKind, value);
  const period = formatPeriod(String(value["from"]), value["to"] === null ? null : String(value["to"]));
  const note = typeof value["note"] === "string" ? `，${value["note"]}` : "";
  return `${groups.has(code) ? groups.label(code) : code}，${period}${note}`;
}
