import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Money } from "../../../kit/Money.tsx";
import { stepWay } from "../../../features/homes/step-way.ts";

/** The one thing that waits for a learner who opens the public home, with its sum; nobody else sees it. */
export function MyTask(): ReactElement | null {
  const isLearner = useSession().data?.account?.role === "learner";
  const home = useApi(api.homes.learner, {}, { enabled: isLearner });
  if (!isLearner || home.data === undefined) return null;
  const mine = home.data.next.filter((step) => step.mine);
  const [first] = mine;
  const way = first && stepWay(first);
  return (
    <aside aria-label="等您办的事" className="border-b border-turn-line bg-turn-soft">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
        <p>
          {home.data.name}，您好。
          {first === undefined ? (
            "眼下没有要您办的事。"
          ) : (
            <>
              {mine.length > 1 && `有 ${mine.length} 件事等您办，先办：`}
              <strong className="font-semibold">{first.title}</strong>
              {first.amountFen !== null && first.amountFen > 0 && (
                <>
                  ，可领 <Money fen={first.amountFen} className="text-lg font-semibold" />
                </>
              )}
            </>
          )}
        </p>
        <span className="flex flex-wrap gap-2">
          {way !== undefined && <Button to={way.to}>{way.action}</Button>}
          <Button variant="secondary" to="/my">
            我的首页
          </Button>
        </span>
      </div>
    </aside>
  );
}
