import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { ConfirmClaimDialog } from "./ConfirmClaimDialog.tsx";

/** Claims of the person one acts for; prepared ones are confirmed here where they agreed to it. */
export function ClaimsFor({ confirming }: { confirming: boolean }): ReactElement {
  const claims = useApiPages(api.claims.mine, { query: {} }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title="补贴申请">
      {claims.rows.length === 0 && !claims.isPending && (
        <p className="text-ink-2">还没有补贴申请。拿到证书后自动生成，确认后提交。</p>
      )}
      <ul className="divide-y divide-line">
        {claims.rows.map((claim) => (
          <li key={claim.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <span className="font-medium">{claim.benefitName}</span>
              <span className="num block text-sm text-ink-2">{claim.number}</span>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              {claim.askedFen !== null && <Money fen={claim.askedFen} />}
              {confirming && claim.state === "prepared" ? (
                <Button onClick={() => setOpen(claim.id)}>确认领取</Button>
              ) : (
                <StatusMark kind={stateKind("claim", claim.state)}>{claim.stateLabel}</StatusMark>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open !== null && <Confirm id={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function Confirm({ id, onClose }: { id: string; onClose: () => void }): ReactElement | null {
  const claim = useApi(api.claims.show, { params: { id } });
  return claim.data === undefined ? null : <ConfirmClaimDialog data={claim.data} onClose={onClose} />;
}
