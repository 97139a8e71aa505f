import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Notice } from "../../../kit/Notice.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const MONEY_GONE: ReadonlySet<string> = new Set(["paid", "recovering"]);

/** Notice of anomalies above a claim's decision: what holds it, and what the officer should see first. */
export function OddNotice({ claim }: { claim: Claim }): ReactElement | null {
  const found = useApi(api.anomalies.ofClaim, { params: { id: claim.claim.id } });
  const rows = found.data?.rows ?? [];
  const holding = rows.filter((row) => row.holds);
  const open = rows.filter((row) => row.state === "open");
  if (holding.length === 0 && open.length === 0) return null;
  const shown = holding.length > 0 ? holding : open;
  return (
    <div className="mt-4">
      <Notice
        tone={holding.length > 0 ? "refuse" : "turn"}
        title={
          holding.length > 0
            ? MONEY_GONE.has(claim.claim.state)
              ? "款已付出，涉及已确认的疑点：核实后发出追回通知"
              : "涉及已确认的疑点，处置前不能通过、核定或拨付"
            : `有 ${open.length} 条疑点等待说明，通过前请先看`
        }
      >
        <ul className="grid gap-1">
          {shown.map((row) => (
            <li key={row.id}>
              <Link
                to={`/bureau/anomalies?state=${row.state}&case=${row.id}`}
                className="text-accent underline underline-offset-3"
              >
                {row.title}
              </Link>
              <span className="ml-2">{row.summary}</span>
              {row.named && <span className="ml-2 font-medium">点到本人</span>}
              {row.holds && row.decisionReason !== null && (
                <span className="block text-sm text-ink-2">
                  {row.decidedBy}：{row.decisionReason}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
