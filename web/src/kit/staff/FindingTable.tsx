import type { ReactElement, ReactNode } from "react";
import type { ImportFinding } from "./import-result.ts";

const shownAtMost = 200;

interface FindingTableProps {
  title: string;
  /** Heading of the sentences. */
  advice: string;
  findings: readonly ImportFinding[];
  action?: ReactNode;
}

interface Group extends ImportFinding {
  rowNumbers: number[];
}

/** Findings of the same sentence, column and content stand together: 476 rows without a seat are one line. */
function grouped(findings: readonly ImportFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.column, finding.value, finding.sentence]);
    const known = groups.get(key);
    if (known) known.rowNumbers.push(finding.rowNumber);
    else groups.set(key, { ...finding, rowNumbers: [finding.rowNumber] });
  }
  return [...groups.values()];
}

/** `3`, `3、5、8`, or `3、5、8 等 476 行`. */
function rowsInWords(rows: readonly number[]): string {
  return rows.length <= 3
    ? rows.join("、")
    : `${rows.slice(0, 3).join("、")} 等 ${rows.length.toLocaleString("zh-CN")} 行`;
}

/** Findings of an import by row; the whole list is in the marked sheet. */
export function FindingTable({ title, advice, findings, action }: FindingTableProps): ReactElement {
  const groups = grouped(findings);
  return (
    <section aria-label={title}>
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{title}</h3>
        {action}
      </div>
      <div className="max-h-64 overflow-auto border-y border-line">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-sheet text-sm text-ink-2 shadow-[0_1px_0_var(--color-ink)]">
            <tr>
              <th scope="col" className="py-1 pr-3 font-medium whitespace-nowrap">
                行
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                列
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                填的是
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                {advice}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, shownAtMost).map((group) => (
              <tr
                key={`${group.rowNumber}-${group.column}-${group.sentence}`}
                className="border-b border-line last:border-b-0"
              >
                <td className="num py-1 pr-3">{rowsInWords(group.rowNumbers)}</td>
                <td className="px-3 py-1 whitespace-nowrap">{group.column}</td>
                <td className="px-3 py-1 font-mono text-sm">{group.value === "" ? "（空）" : group.value}</td>
                <td className="px-3 py-1">{group.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > shownAtMost && (
        <p className="num mt-1 text-sm text-ink-2">
          这里列出前 {shownAtMost} 种，共 {groups.length.toLocaleString("zh-CN")} 种，请下载表格查看全部。
        </p>
      )}
    </section>
  );
}
