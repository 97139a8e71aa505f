import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { formatYuan } from "../../kit/format.ts";
import { ScrollArea } from "../../kit/ScrollArea.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

type Account = Output<Api["sources"]["statement"]>["accounts"][number];

const BOOKS = [
  ["quota", "额度账"],
  ["cash", "资金账"],
] as const;
const COLUMNS = [
  ["openingFen", "期初"],
  ["debitFen", "借方"],
  ["creditFen", "贷方"],
  ["closingFen", "期末"],
] as const;

/** Opening, debits, credits, closing of each account, book by book; each book's sums show that it balances. Credit balances stand in brackets. */
export function StatementTable({ accounts }: { accounts: readonly Account[] }): ReactElement {
  return (
    <div className="grid gap-4 2xl:grid-cols-2">
      {BOOKS.map(([book, title]) => (
        <Book key={book} title={title} accounts={accounts.filter((account) => account.book === book)} />
      ))}
    </div>
  );
}

function Book({ title, accounts }: { title: string; accounts: readonly Account[] }): ReactElement {
  const sum = (column: (typeof COLUMNS)[number][0]): number =>
    accounts.reduce((total, account) => total + account[column], 0);
  const balances = sum("openingFen") === 0 && sum("closingFen") === 0 && sum("debitFen") === sum("creditFen");
  return (
    <section className="overflow-hidden rounded-md border border-line bg-sheet">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 pt-3 pb-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <span className="text-sm text-ink-2">单位：元，贷方余额加括号</span>
      </header>
      <ScrollArea label={title}>
        <table className="w-full text-left whitespace-nowrap">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="border-b border-ink text-sm text-ink-2">
              <th scope="col" className="px-4 py-1.5 font-medium max-sm:pr-2">
                科目
              </th>
              {COLUMNS.map(([key, head]) => (
                <th key={key} scope="col" className="px-4 py-1.5 text-right font-medium max-sm:px-2">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.code} className="border-b border-line">
                <th scope="row" className="px-4 py-1.5 font-normal max-sm:pr-2">
                  {account.name}
                </th>
                {COLUMNS.map(([key]) => (
                  <Balance key={key} fen={account[key]} strong={key === "closingFen"} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-t-ink font-semibold">
              <th scope="row" className="px-4 py-1.5 font-semibold max-sm:pr-2">
                合计
              </th>
              {COLUMNS.map(([key]) => (
                <Balance key={key} fen={sum(key)} strong />
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
      <p className="px-4 py-2 text-sm text-ink-2">
        借方合计等于贷方合计，期初、期末借贷相抵为零：
        {balances ? (
          <StatusMark kind="done">平衡</StatusMark>
        ) : (
          <StatusMark kind="late">不平衡，请联系管理员核查</StatusMark>
        )}
      </p>
    </section>
  );
}

/** Brackets hang outside the column, so that digits align. */
function Balance({ fen, strong = false }: { fen: number; strong?: boolean }): ReactElement {
  const credit = fen < 0;
  return (
    <td className={`num px-4 py-1.5 text-right max-sm:px-2 ${strong ? "font-semibold" : ""}`}>
      {credit && "("}
      {formatYuan(Math.abs(fen), { fen: "always" })}
      <span className={credit ? "" : "invisible"}>)</span>
    </td>
  );
}
