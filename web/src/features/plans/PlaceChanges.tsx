import { stateKind, stateWord } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { formatInstant } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DecidePlacesDialog } from "./DecidePlacesDialog.tsx";
import { changeSaid, type PlaceChange } from "./change-words.ts";

/** Changes of places of the year: those that wait for the second officer, and how the others came about. */
export function PlaceChanges({ year }: { year: string }): ReactElement | null {
  const changes = useApi(api.planQuotas.changes, { query: { year: Number(year) } });
  const reviewer = useSession().data?.account?.role === "reviewer";
  const [deciding, setDeciding] = useState<{ change: PlaceChange; released: boolean } | null>(null);
  const [all, setAll] = useState(false);
  const rows = changes.data?.rows ?? [];
  const shown = all ? rows : rows.filter((row) => row.state === "proposed");
  if (rows.length === 0) return null;
  return (
    <section aria-label="名额调整" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">
          {shown.length === 0 ? "没有待下达的调整" : all ? "历次调整" : `${shown.length} 项调整待下达`}
        </h2>
        <Button variant="quiet" onClick={() => setAll(!all)}>
          {all ? "只看待下达" : `看历次调整（${rows.length}）`}
        </Button>
      </div>
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
          {shown.map((change) => (
            <li key={change.id} className="grid items-baseline gap-x-6 gap-y-1 p-4 md:grid-cols-[1fr_auto]">
              <div className="min-w-0">
                <p className="font-medium">{changeSaid(change)}</p>
                <p className="text-ink-2">
                  {change.reason}
                  {change.answer !== null && `；退回：${change.answer}`}
                </p>
                <p className="text-sm text-ink-3">
                  {change.proposedBy ?? "系统"} {formatInstant(change.proposedAt)} 提出
                  {change.decidedBy !== null && `，${change.decidedBy} 办理`}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                <StatusMark kind={stateKind("plan-quota-change", change.state, "office")}>
                  {stateWord("plan-quota-change", change.state).label}
                </StatusMark>
                {change.state === "proposed" && reviewer && !change.mine && (
                  <>
                    <Button onClick={() => setDeciding({ change, released: true })}>下达</Button>
                    <Button variant="secondary" onClick={() => setDeciding({ change, released: false })}>
                      退回
                    </Button>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {deciding !== null && <DecidePlacesDialog {...deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}
