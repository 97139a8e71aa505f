import type { ReactElement } from "react";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import type { LedgerEntry } from "./trace-types.ts";
import { ScrollArea } from "../../kit/ScrollArea.tsx";

/** Entries of the two books with their postings; a debit stands on the left, its credit on the right. */
export function LedgerLines({ entries }: { entries: readonly LedgerEntry[] }): ReactElement {
  return (
    <ScrollArea label="分录">
      <table className="w-full text-left max-md:min-w-[42rem]">
        <caption className="sr-only">分录</caption>
        <thead>
          <tr className="border-b border-ink text-sm text-ink-2">
            <th scope="col" className="py-1 pr-3 text-right font-medium">
              序号
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              日期与摘要
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              科目
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium">
              借方
            </th>
            <th scope="col" className="py-1 pl-4 text-right font-medium">
              贷方
            </th>
          </tr>
        </thead>
        {entries.map((entry) => (
          <tbody key={entry.id} className="border-b border-line last:border-0">
            {entry.postings.map((posting, index) => (
              <tr key={posting.account}>
                {index === 0 && (
                  <>
                    <td
                      rowSpan={entry.postings.length}
                      className="num py-1.5 pr-3 text-right align-top whitespace-nowrap text-ink-3"
                    >
                      {entry.seq}
                    </td>
                    <td rowSpan={entry.postings.length} className="py-1.5 pr-4 align-top">
                      <span className="num">{entry.postedOn}</span>　{entry.note}
                      <span className="block text-sm text-ink-3">
                        {entry.book === "quota" ? "额度账" : "资金账"} · {entry.source}
                        {entry.madeBy === null ? "" : ` · ${entry.madeBy}`} ·{" "}
                        <span className="num">{formatInstant(entry.madeAt)}</span>
                      </span>
                    </td>
                  </>
                )}
                <td className={posting.amountFen < 0 ? "py-1 pl-6" : "py-1"}>{posting.accountName}</td>
                <td className="py-1 pl-4 text-right">
                  {posting.amountFen >= 0 && <Money fen={posting.amountFen} exact />}
                </td>
                <td className="py-1 pl-4 text-right">
                  {posting.amountFen < 0 && <Money fen={-posting.amountFen} exact />}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollArea>
  );
}
