import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConditionList } from "../../kit/ConditionList.tsx";
import { conditionsOf } from "../../features/claims/conditions.ts";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { clauseHref } from "../../features/claims/clause-href.ts";
import { AskAwardDialog } from "./degree/AskAwardDialog.tsx";
import { DegreeForm } from "./degree/DegreeForm.tsx";
import { factWords } from "./record/fact-words.ts";

/** A claim in these states is over; a new one may be filed. */
const OVER = ["declined", "lapsed", "withdrawn", "refused", "cancelled"];

type Benefit = Output<Api["policy"]["myEntitlements"]>["benefits"][number];
type Claim = Output<Api["claims"]["mine"]>["rows"][number];
type Correction = Output<Api["corrections"]["mine"]>["rows"][number];

/** Award for a degree (四.5): first the degree is confirmed, then the award is claimed; each condition with the fact behind it. */
export default function DegreeAwardPage(): ReactElement {
  const entitlements = useApi(api.policy.myEntitlements, { query: {} });
  const record = useApi(api.me.record, {});
  const corrections = useApi(api.corrections.mine, {});
  const claims = useApi(api.claims.mine, { query: { limit: 100 } });
  const benefit = entitlements.data?.benefits.find((one) => one.evidence === "degree");
  const degrees = record.data?.facts.filter((fact) => fact.kind === "degree" && fact.replacedBy === null) ?? [];
  const asked = corrections.data?.rows.find((row) => row.about === "degree");
  const claim = claims.data?.rows.find((row) => row.benefit === benefit?.benefit && !OVER.includes(row.state));
  return (
    <Page
      title={benefit?.title ?? "学历奖励"}
      intro="上班期间考取大专以上学历、继续在本市企业上班缴社保的，一次性奖励。"
      back={{ to: "/my/entitlements", title: "我能领什么" }}
    >
      <QueryView query={record} lines={4}>
        {() => (
          <>
            {claim === undefined ? <DegreeStep degrees={degrees} asked={asked} /> : <AskedAlready claim={claim} />}
            <QueryView query={entitlements} lines={6}>
              {(data) =>
                benefit === undefined ? (
                  <Notice title="现在的政策里没有这笔奖励" />
                ) : (
                  <Conditions
                    benefit={benefit}
                    policyId={data.policy.id}
                    mayAsk={claim === undefined && claims.data !== undefined && degrees.length > 0}
                  />
                )
              }
            </QueryView>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function AskedAlready({ claim }: { claim: Claim }): ReactElement {
  const mine = claim.state === "prepared" || claim.state === "returned";
  return (
    <Card tone={mine ? "turn" : "plain"} title={mine ? "申请已备好，等您确认" : "您已经申请了"}>
      <p className="mb-3">
        现在：{claim.stateLabel}。{mine ? "核对条件和收款卡，点确认就行。" : "办到哪一步，点进去看。"}
      </p>
      <Button to={`/my/claims/${claim.id}`}>{mine ? "去核对" : "看这笔申请"}</Button>
    </Card>
  );
}

interface DegreeStepProps {
  degrees: Output<Api["me"]["record"]>["facts"];
  asked: Correction | undefined;
}

/** Whether the degree is on record; if not, how to have it recorded. */
function DegreeStep({ degrees, asked }: DegreeStepProps): ReactElement {
  if (degrees.length > 0) {
    return (
      <Card title="学历" action={<StatusMark kind="done">已核实</StatusMark>}>
        {degrees.map((degree) => (
          <p key={degree.id} className="num">
            {factWords(degree.kind, degree.value).join("，")}
            <span className="block text-sm text-ink-2">来自{degree.source}</span>
          </p>
        ))}
      </Card>
    );
  }
  if (asked?.state === "asked") {
    return (
      <Card title="学历" action={<StatusMark kind="doing">正在核实</StatusMark>}>
        <p>{asked.wish}</p>
        <p className="mt-2 text-ink-2">
          工作人员在学信网核对，结果会发消息给您。核实后条件都满足的，申请会自动备好，您确认就行。
        </p>
        <div className="mt-3">
          <Button variant="secondary" to="/my/record">
            查看或撤回
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <Card title="先报学历，请工作人员核实">
      {asked?.state === "declined" && (
        <div className="mb-4">
          <Notice tone="refuse" title="上次报的没有通过">
            {asked.answer}
          </Notice>
        </div>
      )}
      <DegreeForm />
    </Card>
  );
}

function Conditions({
  benefit,
  policyId,
  mayAsk,
}: {
  benefit: Benefit;
  policyId: string;
  mayAsk: boolean;
}): ReactElement {
  const [asking, setAsking] = useState(false);
  const policy = useApi(api.policy.show, { params: { id: policyId } }, { staleTime: Infinity });
  const tests = policy.data?.benefits.find((one) => one.benefit === benefit.benefit)?.tests ?? [];
  const { decision } = benefit;
  const granted = decision.outcome === "granted";
  return (
    <Card
      title={granted ? "条件都满足" : "逐条核对"}
      action={granted && decision.amountFen !== undefined ? <Money fen={decision.amountFen} size="large" /> : undefined}
    >
      <ConditionList conditions={conditionsOf(decision.findings, tests)} clauseHref={clauseHref} />
      {!granted && (
        <p className="mt-3">
          上班、社保这些条件按平台的记录核对。记录不对或者没有，
          <Link to="/my/record" className="text-accent underline underline-offset-4">
            到“平台记着我的什么”里说一声
          </Link>
          ，更正后这里跟着变。
        </p>
      )}
      {mayAsk && (
        <div className="mt-4 grid gap-2">
          <Button block variant={granted ? "primary" : "secondary"} onClick={() => setAsking(true)}>
            {granted ? "申请这笔奖励" : "条件没满足，仍要申请"}
          </Button>
          {!granted && <p className="text-sm text-ink-2">先把记录更正好再申请，更容易通过。</p>}
        </div>
      )}
      {asking && <AskAwardDialog benefit={benefit} onClose={() => setAsking(false)} />}
    </Card>
  );
}
