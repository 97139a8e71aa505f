import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { Money } from "../Money.tsx";

type Account = Output<"GET /api/v1/fund/sources/:id/statement">["accounts"][number];

const BOOKS = [
  ["quota", "额度账"],
  ["cash", "资金账"],
] as const;

/** Opening, debits, credits, closing of each account, book by book. Credit balances stand in brackets. */
export function StatementTable({ accounts }: { accounts: readonly Account[] }): ReactElement {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      {BOOKS.map(([book, title]) => (
        <section key={book} className="overflow-x-auto rounded-md border border-line bg-sheet">
          <table className="w-full text-left">
            <caption className="px-4 pt-3 pb-1 text-left text-lg font-semibold">{title}</caption>
            <thead>
              <tr className="border-b border-line text-ink-2">
                {["科目", "期初", "借方", "贷方", "期末"].map((head, index) => (
                  <th key={head} scope="col" className={`px-4 py-1.5 font-medium ${index > 0 ? "text-right" : ""}`}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {accounts
                .filter((account) => account.book === book)
                .map((account) => (
                  <tr key={account.code} className="border-b border-line last:border-0">
                    <th scope="row" className="px-4 py-1.5 font-normal">
                      {account.name}
                    </th>
                    {[account.openingFen, account.debitFen, account.creditFen, account.closingFen].map((fen, index) => (
                      <td key={index} className={`px-4 py-1.5 text-right ${index === 3 ? "font-semibold" : ""}`}>
                        <Balance fen={fen} />
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

function Balance({ fen }: { fen: number }): ReactElement {
  if (fen >= 0) return <Money fen={fen} exact />;
  return (
    <span>
      （<Money fen={-fen} exact />）
    </span>
  );
}
