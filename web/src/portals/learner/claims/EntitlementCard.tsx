import { stateKind } from "@jinengtong/words";
import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { call, type Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConditionList } from "../../../kit/ConditionList.tsx";
import { conditionsOf } from "../../../features/claims/conditions.ts";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Money } from "../../../kit/Money.tsx";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import { Ways } from "../../../features/claims/Ways.tsx";
import { leftWords } from "../../../features/claims/left-words.ts";
import { missingWords } from "../../../features/claims/missing-words.ts";

type Entitlement = Output<Api["policy"]["myEntitlements"]>["benefits"][number];

/** Page that supplies a missing fact, by the start of its pointer. */
const doors: readonly [prefix: string, to: string, action: string][] = [
  ["/person/groups", "/my/groups", "申报身份类别"],
  ["/degree", "/my/degree", "报学历"],
  ["/employment", "/my/record", "看、改我的信息"],
  ["/insurance", "/my/record", "看、改我的信息"],
  ["/person/trainingNeed", "/classes", "找一个想学的班"],
  ["/person", "/my/record", "看、改我的信息"],
  ["/certificate", "/my/declared", "报在别处考的证书"],
  ["/training", "/classes", "找培训班"],
];

interface EntitlementCardProps {
  policyId: string;
  benefit: Entitlement;
  tests: readonly { id: string; title: string }[];
}

/** One benefit decided on one's record: amount, met and missing conditions and their sources. */
export function EntitlementCard({ policyId, benefit, tests }: EntitlementCardProps): ReactElement {
  const { decision, status, missing, claim } = benefit;
  const met = decision.findings.filter((finding) => finding.met === true).length;
  const found = doors.filter(([prefix]) => missing.some((one) => one.path.startsWith(prefix)));
  // Beside a claim the sum is the claim's own.
  const fen = claim?.amountFen ?? (status === "eligible" ? (decision.amountFen ?? 0) : 0);
  const query = { policy: policyId, benefit: benefit.benefit };
  const next = found.filter((door, index) => found.findIndex((other) => other[1] === door[1]) === index).slice(0, 2);
  return (
    <Card
      title={benefit.title}
      action={
        fen > 0 ? (
          <Money fen={fen} size="display" />
        ) : (
          <span className="num text-sm text-ink-2">
            满足 {met} / {decision.findings.length}
          </span>
        )
      }
    >
      <p className="text-sm text-ink-2">
        {benefit.audience}
        {benefit.left !== null && `。${leftWords(benefit.left)}`}
      </p>
      {claim !== null && (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <StatusMark kind={stateKind("claim", claim.state)}>{`已有一笔申请：${claim.stateLabel}`}</StatusMark>
          <Button variant={claim.state === "prepared" ? "primary" : "secondary"} to={`/my/claims/${claim.id}`}>
            {claim.state === "prepared" ? "去确认" : "看这笔申请"}
          </Button>
        </div>
      )}
      {claim === null && status !== "ineligible" && missing.length > 0 && (
        <div className="mt-2">
          <p className="font-medium">还缺</p>
          <ul className="list-disc pl-5">
            {missingWords(missing).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {status === "ineligible" && (
        <p className="mt-2">{decision.findings.find((finding) => finding.met === false)?.because}</p>
      )}
      {claim === null && status !== "eligible" && (
        <div className="mt-2">
          <Ways
            who="您"
            lacking={missing.length > 0}
            about={query}
            find={(signal) => call(api.policy.myWays, { query }, { signal })}
          />
        </div>
      )}
      <Disclosure className="mt-2" summary={<>看 {decision.findings.length} 个条件</>}>
        <ConditionList conditions={conditionsOf(decision.findings, tests)} clauseHref={clauseHref} />
      </Disclosure>
      {claim === null && status === "eligible" && benefit.evidence === "degree" && (
        <div className="mt-2">
          <Button to="/my/degree">去申请</Button>
        </div>
      )}
      {claim === null && status === "missing" && next.length > 0 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {next.map(([prefix, to, action]) => (
            <Button key={prefix} variant="secondary" to={to}>
              {action}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
