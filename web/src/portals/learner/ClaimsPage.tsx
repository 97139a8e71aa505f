import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { useElder } from "../../kit/use-elder.ts";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { AskAgainCard } from "./claims/AskAgainCard.tsx";
import { ClaimLine } from "./claims/ClaimLine.tsx";

/** Claims in the person's name, those that need action first. */
export default function ClaimsPage(): ReactElement {
  const claims = useApiPages(api.claims.mine, { query: { limit: 50 } }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));
  const [elder] = useElder();
  const mine = claims.rows.filter(
    (claim) => claim.organisationName === null && (claim.state === "prepared" || claim.state === "returned"),
  );
  const others = claims.rows
    .filter((claim) => !mine.includes(claim) && !isAgain(claim))
    .toSorted((a, b) => sinceOf(b).localeCompare(sinceOf(a)));
  const paid = claims.rows.reduce((sum, claim) => sum + (claim.payeeKind === "person" ? (claim.paidFen ?? 0) : 0), 0);
  const line = (claim: (typeof claims.rows)[number]) => (
    <ClaimLine
      key={claim.id}
      id={claim.id}
      title={claim.benefitName}
      madeBy={claim.organisationName}
      state={claim.state}
      stateLabel={claim.stateLabel}
      fen={claim.paidFen ?? claim.approvedFen ?? claim.askedFen}
      on={sinceOf(claim)}
    />
  );
  return (
    <Page
      title={elder ? "我的钱" : "我的补贴"}
      intro={
        paid > 0 ? (
          <>
            一共到账 <Money fen={paid} className="font-semibold text-ink" />
          </>
        ) : undefined
      }
      action={
        elder ? (
          <ReadAloud />
        ) : (
          <Button variant="secondary" to="/my/entitlements">
            还能领什么
          </Button>
        )
      }
    >
      {claims.error !== null ? (
        <ErrorNotice error={claims.error} onRetry={claims.onRetry} />
      ) : claims.isPending ? (
        <Skeleton lines={6} />
      ) : claims.rows.length === 0 ? (
        <Empty title="还没有补贴申请" action={<Button to="/my/entitlements">看我能领什么</Button>}>
          结业拿到证书后，平台会按记录把申请备好，放在这里等您确认，不用填表。
        </Empty>
      ) : (
        <>
          {mine.length > 0 && (
            <Card tone="turn" title="等您办">
              <ul className="-mx-2 divide-y divide-line">{mine.map(line)}</ul>
            </Card>
          )}
          {!elder && <AskAgainCard />}
          {others.length > 0 && (
            <Card title={others.length < claims.rows.length ? "其他" : "全部"}>
              <ul className="-mx-2 divide-y divide-line">{others.map(line)}</ul>
            </Card>
          )}
          <Pager
            shown={claims.rows.length}
            unit="笔"
            hasMore={claims.hasMore}
            onMore={claims.onMore}
            busy={claims.isLoadingMore}
          />
        </>
      )}
    </Page>
  );
}

/** Shown by `AskAgainCard` instead. */
const isAgain = (claim: { mayAskAgain: boolean; organisationName: string | null }): boolean =>
  claim.mayAskAgain && claim.organisationName === null;

const sinceOf = (claim: { steps: { at: string }[]; appliedOn: string }): string => {
  const last = claim.steps.at(-1);
  return last === undefined ? claim.appliedOn : dateOf(last.at);
};
