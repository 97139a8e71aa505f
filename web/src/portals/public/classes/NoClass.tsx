import { useState, type ReactElement } from "react";
import { useLocation } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { withLevel } from "../../../features/occupations/levels.ts";
import { Button } from "../../../kit/Button.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { TradeDrawing } from "../../../kit/TradeDrawing.tsx";
import type { PublishedTrade } from "./published-trade.ts";
import { WishDialog } from "./WishDialog.tsx";

/** Where a search found no class: what the published list pays for the trade, and the waiting list for it. */
export function NoClass({ words, town }: { words: string; town: string }): ReactElement | null {
  const session = useSession();
  const { pathname, search } = useLocation();
  const [wanted, setWanted] = useState<PublishedTrade | null>(null);
  const found = useApi(api.trades.published, { query: { q: words } }, { enabled: words !== "" });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  const learner = session.data?.account?.role === "learner";
  return (
    <section className="mt-6 grid gap-3">
      <h2 className="text-lg font-semibold">目录里有这些工种，可以先登记，有班时告诉您</h2>
      <ul className="border-t border-ink">
        {rows.map((trade) => (
          <li
            key={`${trade.occupation}:${trade.level}`}
            className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3 border-b border-line py-4 sm:grid-cols-[auto_1fr_auto]"
          >
            <TradeDrawing occupation={trade.occupation} size={48} />
            <p>
              <span className="block font-medium">{withLevel(trade.occupationName, trade.level)}</span>
              <span className="num">
                每人补 <strong className="text-lg text-accent">{formatYuan(trade.subsidyFen)}</strong> 元，
                {trade.openClasses === 0 ? "目前没有班" : `别处有 ${trade.openClasses} 个班`}
              </span>
            </p>
            {learner ? (
              <Button variant="secondary" className="max-sm:col-span-2" onClick={() => setWanted(trade)}>
                有班时告诉我
              </Button>
            ) : (
              session.data?.account == null && (
                <Button
                  variant="secondary"
                  className="max-sm:col-span-2"
                  to={`/sign-in?return=${encodeURIComponent(pathname + search)}`}
                >
                  登录后，有班时告诉我
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {wanted !== null && <WishDialog trade={wanted} town={town} onClose={() => setWanted(null)} />}
    </section>
  );
}
