import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Trade } from "../wizard/answers.ts";
import { TradeTile } from "./TradeTile.tsx";

/** Fills three, four and six columns. */
const SHOWN = 12;

/** Trades as drawings with their sum, from the published list. Before it has come, its place. */
export function TradeBoard({ trades }: { trades: readonly Trade[] | undefined }): ReactElement | null {
  const listed = trades?.filter(({ mostFen }) => mostFen !== null);
  if (listed?.length === 0) return null;
  return (
    <section aria-labelledby="trades">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="trades" className="text-lg font-semibold">
          学会一门，补这么多
        </h2>
        <p className="text-sm text-ink-2">补贴目录的标准，培训加考试</p>
      </div>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 sm:gap-3 xl:grid-cols-6">
        {listed === undefined
          ? Array.from({ length: SHOWN }, (_, at) => (
              <li key={at} aria-hidden className="h-36 rounded-lg border border-line bg-sheet" />
            ))
          : listed.slice(0, SHOWN).map((trade) => (
              <li key={trade.key}>
                <TradeTile trade={trade} />
              </li>
            ))}
      </ul>
      {listed !== undefined && listed.length > SHOWN && (
        <Link
          to="/benefits?door=learn"
          className="mt-2 inline-flex min-h-(--touch) items-center text-accent underline underline-offset-4"
        >
          目录里一共 {listed.length} 个工种，全部看看
        </Link>
      )}
    </section>
  );
}
