import { z } from "zod";
import { rowName, rowWords, type ListRow } from "./lists.ts";

export const Difference = z.object({
  kind: z.enum(["added", "removed", "changed"]),
  key: z.string(),
  sentence: z.string(),
});
export type Difference = z.output<typeof Difference>;

/** Differences between two versions of a list, one sentence per row. */
export function differencesBetween(before: readonly ListRow[], after: readonly ListRow[]): Difference[] {
  const old = new Map(before.map((row) => [row.key, row]));
  const fresh = new Set(after.map((row) => row.key));
  const found: Difference[] = [];
  for (const row of after) {
    const was = old.get(row.key);
    if (was === undefined) found.push({ kind: "added", key: row.key, sentence: `新增“${rowName(row.data)}”` });
    else {
      const words = changedWords(was.data, row.data);
      if (words !== "") found.push({ kind: "changed", key: row.key, sentence: `“${rowName(row.data)}”：${words}` });
    }
  }
  for (const row of before)
    if (!fresh.has(row.key)) found.push({ kind: "removed", key: row.key, sentence: `删去“${rowName(row.data)}”` });
  return found;
}

function changedWords(before: ListRow["data"], after: ListRow["data"]): string {
  const old = new Map(rowWords(before));
  return rowWords(after)
    .flatMap(([label, words]) => {
      const was = old.get(label);
      return was === words ? [] : [`${label}由 ${was || "（空）"} 调整为 ${words || "（空）"}`];
    })
    .join("；");
}
