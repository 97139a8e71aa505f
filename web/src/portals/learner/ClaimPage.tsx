import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { call } from "../../api/client.ts";
import { PaymentOutlook } from "../../features/claims/PaymentOutlook.tsx";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ClaimTimeline } from "../../features/claims/ClaimTimeline.tsx";
import { ConditionList } from "../../kit/ConditionList.tsx";
import { ElderFold } from "../../kit/ElderFold.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatNumber, formatPeriod } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Page } from "../../kit/Page.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { stagesOf } from "../../features/claims/claim-stages.ts";
import { ClaimActions } from "./claims/ClaimActions.tsx";
import { ClaimFiles } from "./claims/ClaimFiles.tsx";
import { Computation } from "./claims/Computation.tsx";
import { countsDays } from "../../features/claims/DaySheet.tsx";
import { Ways } from "../../features/claims/Ways.tsx";
import { ObjectionDialog } from "./claims/ObjectionDialog.tsx";
import { ObjectionList } from "./claims/ObjectionList.tsx";
import { clauseHref } from "../../features/claims/clause-href.ts";
import type { Claim } from "../../features/claims/claim.ts";

const MAY_OBJECT = ["submitted", "first-passed", "approved", "publicised", "objected", "payable", "batched", "paid"];

/** One claim: amount, conditions and facts, computation, state, and actions. */
export default function ClaimPage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.claims.show, { params: { id } });
  // The version that decided, in its own words whatever is published later.
  const law = query.data?.decision?.policy;
  const reference = law && `${law.id}@${law.version}`;
  const policy = useApi(
    api.policy.show,
    { params: { id: reference ?? "" } },
    { enabled: reference !== undefined, staleTime: Infinity },
  );
  const hrefOf = (clause: string): string => clauseHref(clause, reference);
  const [objecting, setObjecting] = useState<"own" | "appeal" | null>(null);
  return (
    <Page
      title={query.data?.claim.benefitName ?? "补贴申请"}
      intro={query.data && <span className="num">申请编号 {query.data.claim.number}</span>}
      back={{ to: "/my/claims", title: "我的补贴" }}
      width="wide"
      action={<ReadAloud />}
    >
      <QueryView query={query} lines={10}>
        {(data) => {
          const { claim, decision } = data;
          const tests = policy.data?.benefits.find((one) => one.benefit === claim.benefit)?.tests ?? [];
          const fen = claim.paidFen ?? claim.approvedFen ?? decision?.amountFen ?? claim.askedFen;
          return (
            <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[3fr_2fr] lg:items-start">
              <div className="grid gap-6">
                <Card
                  tone={
                    stateKind("claim", claim.state) === "turn" ? "turn" : claim.state === "refused" ? "refuse" : "plain"
                  }
                >
                  <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
                    <div>
                      <p className="text-sm text-ink-2">
                        {claim.paidFen !== null ? "已到账" : claim.approvedFen !== null ? "核定金额" : "按记录可以领"}
                      </p>
                      {fen === null ? (
                        <p className="text-2xl font-semibold">待核算</p>
                      ) : (
                        <Money fen={fen} size="display" />
                      )}
                    </div>
                    <p className="text-lg">
                      <StatusMark kind={stateKind("claim", claim.state)}>{claim.stateLabel}</StatusMark>
                    </p>
                  </div>
                  <ClaimActions data={data} onAppeal={() => setObjecting("appeal")} />
                </Card>
                <PaymentOutlook claimId={id} state={claim.state} />
                <ElderFold label="看为什么、怎么算的">
                  {decision !== null && (
                    <Card
                      title={decision.outcome === "granted" ? "为什么能领" : "逐条核对"}
                      action={
                        <Link
                          to={hrefOf(decision.findings[0]?.clause ?? "")}
                          className="-my-2 flex min-h-(--touch) items-center text-accent underline underline-offset-4"
                        >
                          看政策
                        </Link>
                      }
                    >
                      <ConditionList
                        conditions={decision.findings.map((finding) => ({
                          id: finding.test,
                          met: finding.met,
                          title: tests.find((test) => test.id === finding.test)?.title ?? finding.because,
                          clause: finding.clause,
                          because: finding.because,
                          remedy: (
                            <Button variant="secondary" to="/my/record">
                              看、改我的信息
                            </Button>
                          ),
                        }))}
                        clauseHref={hrefOf}
                      />
                      {decision.outcome !== "granted" && (
                        <div className="mt-3">
                          <Ways
                            who="您"
                            about={{ claim: id }}
                            find={(signal) => call(api.claims.ways, { params: { id: id } }, { signal })}
                          />
                        </div>
                      )}
                    </Card>
                  )}
                  {decision !== null && decision.computation.length > 0 && (
                    <Card title="怎么算的">
                      <Computation steps={decision.computation} totalFen={decision.amountFen ?? null} />
                      {countsDays(data) && (
                        <div className="mt-3">
                          <Button variant="secondary" to={`/my/claims/${id}/days`}>
                            看按哪些天算的
                          </Button>
                        </div>
                      )}
                    </Card>
                  )}
                  <EvidenceCard data={data} />
                  <ClaimFiles data={data} />
                </ElderFold>
                <ObjectionList objections={data.objections} />
              </div>
              <div className="grid gap-6">
                <Card title="办到哪一步">
                  <ClaimTimeline stages={stagesOf(data, "person")} />
                </Card>
                {MAY_OBJECT.includes(claim.state) && (
                  <Card title="不对劲？">
                    <p className="mb-3 text-ink-2">
                      如果您没有参加过这个培训，或者金额、信息不对，可以提出异议。核查期间不会发放。
                    </p>
                    <Button variant="secondary" onClick={() => setObjecting("own")}>
                      提出异议
                    </Button>
                  </Card>
                )}
              </div>
              {objecting !== null && (
                <ObjectionDialog claim={claim} kind={objecting} onClose={() => setObjecting(null)} />
              )}
            </div>
          );
        }}
      </QueryView>
    </Page>
  );
}

function EvidenceCard({ data }: { data: Claim }): ReactElement | null {
  const { class: training, hours, certificate } = data.evidence;
  if (training === null && certificate === null) return null;
  return (
    <Card title="依据">
      <FactList
        facts={[
          ...(training === null
            ? []
            : [
                {
                  label: "培训班",
                  value: (
                    <Link to={`/my/classes/${training.id}`} className="text-accent underline underline-offset-4">
                      {training.name}
                    </Link>
                  ),
                },
                {
                  label: "培训时间",
                  value: <span className="num">{formatPeriod(training.startsOn, training.endsOn)}</span>,
                },
                { label: "培训机构", value: training.institution },
                ...(data.evidence.inPlaceOf === null
                  ? []
                  : [
                      {
                        label: "替谁参加",
                        value: `${data.evidence.inPlaceOf.principalName}（您是对方的${data.evidence.inPlaceOf.relationLabel}），补贴次数也算对方的`,
                      },
                    ]),
              ]),
          ...(hours === null
            ? []
            : [
                {
                  label: "学时",
                  value: (
                    <span className="num">
                      到课 {formatNumber(hours.offline)}，网上 {formatNumber(hours.online)}，要求{" "}
                      {formatNumber(hours.required)} 课时
                    </span>
                  ),
                },
              ]),
          ...(certificate === null
            ? []
            : [
                {
                  label: "证书",
                  value: (
                    <Link
                      to={`/certificates?number=${certificate.serial}`}
                      className="num text-accent underline underline-offset-4"
                    >
                      {certificate.serial}
                    </Link>
                  ),
                },
                { label: "发证", value: `${certificate.issuerName}，${certificate.issuedOn}` },
              ]),
        ]}
      />
    </Card>
  );
}
