import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Card } from "../../../kit/Card.tsx";
import { ClaimLine } from "./ClaimLine.tsx";

/** Claims that the person withdrew or declined and may still ask for; nothing if there are none. */
export function AskAgainCard(): ReactElement | null {
  const claims = useApi(api.claims.mine, { query: { limit: 200 } }).data?.rows ?? [];
  const open = claims.filter((claim) => claim.mayAskAgain && claim.organisationName === null);
  if (open.length === 0) return null;
  return (
    <Card title="可以重新申请">
      <ul className="-mx-2 divide-y divide-line">
        {open.map((claim) => (
          <ClaimLine
            key={claim.id}
            id={claim.id}
            title={claim.benefitName}
            madeBy={null}
            state={claim.state}
            stateLabel={claim.stateLabel}
            fen={claim.askedFen}
            on={claim.askUntil === null ? "" : `最迟 ${claim.askUntil}`}
          />
        ))}
      </ul>
    </Card>
  );
}
