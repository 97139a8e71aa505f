import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement, type ReactNode } from "react";
import { Link } from "react-router";
import { PaymentOutlook } from "./PaymentOutlook.tsx";
import { useApi } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { stagesOf } from "./claim-stages.ts";
import { ClaimTimeline } from "./ClaimTimeline.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Hours } from "../../kit/Hours.tsx";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DecisionPanel } from "./DecisionPanel.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { ClaimActions } from "./ClaimActions.tsx";
import { ClaimFiles } from "./ClaimFiles.tsx";
import { levelLabel } from "../occupations/levels.ts";
import { stepTitle } from "./step-title.ts";
import { usePolicy } from "./use-policy.ts";
import type { Claim } from "./claim.ts";

interface ClaimCaseProps {
  id: string;
  /** The list this case belongs to. */
  back: string;
  classHref?: (id: string) => string;
}

const verdicts = { pass: "通过", return: "退回补正", refuse: "不予补贴" } as const;

/** A claim for the organisation that filed it: state, evidence, every decision. */
export function ClaimCase({ id, back, classHref }: ClaimCaseProps): ReactElement {
  const query = useApi(api.claims.show, { params: { id } });
  const policy = usePolicy(versionOf(query.data?.decision?.policy));
  const [version, setVersion] = useState<string | null>(null);
  return (
    <QueryView query={query} lines={10}>
      {(data) => {
        const { claim } = data;
        const returned = data.reviews.findLast((review) => review.verdict !== "pass");
        return (
          <StaffPage
            title={claim.personName ?? claim.className ?? claim.number}
            intro={
              <p className="num flex flex-wrap items-center gap-x-4">
                <Link to={back} className="text-accent underline underline-offset-3">
                  补贴申请
                </Link>
                <span>{claim.number}</span>
                <StatusMark kind={stateKind("claim", claim.state)}>{claim.stateLabel}</StatusMark>
                <span>{claim.benefitName}</span>
              </p>
            }
            actions={<ClaimActions data={data} />}
          >
            {(claim.state === "returned" || claim.state === "refused") && returned !== undefined && (
              <Notice tone={claim.state === "refused" ? "refuse" : "turn"} title={verdicts[returned.verdict]}>
                {returned.reason}
              </Notice>
            )}
            <div className="grid gap-4 xl:grid-cols-[1fr_22rem]">
              <div className="grid content-start gap-4">
                <Card>
                  <div className="grid items-start gap-6 lg:grid-cols-[1fr_auto]">
                    <FactList columns={3} facts={facts(data, classHref)} />
                    <Amounts data={data} />
                  </div>
                </Card>
                <PaymentOutlook claimId={claim.id} state={claim.state} />
                {data.decision !== null && (
                  <Card>
                    <DecisionPanel
                      level={2}
                      decision={data.decision}
                      testTitle={(test) => policy.testTitle(claim.benefit, test)}
                      stepTitle={stepTitle}
                    />
                  </Card>
                )}
                <ClaimFiles data={data} />
                {data.versions.length > 1 && (
                  <Card title="历次判定">
                    <ol className="num divide-y divide-line border-y border-line">
                      {data.versions.toReversed().map((one) => (
                        <li key={one.id} className="flex flex-wrap gap-x-6 py-1.5">
                          <span>第 {one.version} 次</span>
                          <span className="text-ink-2">{formatInstant(one.at)}</span>
                          {one.policyVersion !== null && <span>政策第 {one.policyVersion} 版</span>}
                          <Money fen={one.amountFen} exact />
                          {one.current && <StatusMark kind="done">现行</StatusMark>}
                          <button
                            type="button"
                            className="ml-auto text-accent underline underline-offset-3"
                            aria-expanded={version === one.id}
                            onClick={() => setVersion(version === one.id ? null : one.id)}
                          >
                            校验值
                          </button>
                          {version === one.id && (
                            <code className="w-full font-mono text-xs break-all text-ink-2">{one.digest}</code>
                          )}
                        </li>
                      ))}
                    </ol>
                  </Card>
                )}
                {data.objections.length > 0 && (
                  <Card title="异议和申诉">
                    <ul className="divide-y divide-line border-y border-line">
                      {data.objections.map((one) => (
                        <li key={one.id} className="py-2">
                          <p>{one.text}</p>
                          <p className="num text-sm text-ink-2">
                            {formatInstant(one.raisedAt)} 提出，最迟 {one.dueOn} 答复
                          </p>
                          {one.answer !== null && <p className="mt-1">答复：{one.answer}</p>}
                        </li>
                      ))}
                    </ul>
                  </Card>
                )}
              </div>
              <Card title="办理进度" className="self-start">
                <ClaimTimeline stages={stagesOf(data, "organisation")} />
              </Card>
            </div>
          </StaffPage>
        );
      }}
    </QueryView>
  );
}

function Amounts({ data: { claim } }: { data: Claim }): ReactElement {
  const rows: [string, number | null][] = [
    ["申请", claim.askedFen],
    ["核定", claim.approvedFen],
    ["到账", claim.paidFen],
  ];
  return (
    <dl className="num grid grid-cols-[auto_auto] items-baseline gap-x-4 gap-y-1 text-right">
      {rows.map(([label, fen]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-xl font-semibold">{fen === null ? "–" : <Money fen={fen} exact />}</dd>
        </div>
      ))}
    </dl>
  );
}

function facts({ claim, evidence, publicisedFrom, publicisedTo }: Claim, classHref: ClaimCaseProps["classHref"]) {
  const list: { label: string; value: ReactNode }[] = [];
  if (claim.citizenIdMasked !== null)
    list.push({ label: "身份证号", value: <span className="num">{claim.citizenIdMasked}</span> });
  list.push({ label: "申请日期", value: <span className="num">{claim.appliedOn}</span> });
  if (evidence.class !== null) {
    const { id, name } = evidence.class;
    list.push({
      label: "培训班",
      value:
        classHref === undefined ? (
          name
        ) : (
          <Link to={classHref(id)} className="text-accent underline underline-offset-3">
            {name}
          </Link>
        ),
    });
  }
  if (evidence.hours !== null)
    list.push({
      label: "计入课时",
      value: <Hours value={evidence.hours.offline + evidence.hours.online} of={evidence.hours.required} />,
    });
  if (evidence.certificate !== null)
    list.push({
      label: "证书",
      value: (
        <span className="num">
          {evidence.certificate.serial}　{evidence.certificate.occupationName} {levelLabel(evidence.certificate.level)}
        </span>
      ),
    });
  if (publicisedFrom !== null)
    list.push({
      label: "公示",
      value: (
        <span className="num">
          {publicisedFrom} 至 {publicisedTo ?? ""}
        </span>
      ),
    });
  return list;
}

/** Reference to the version that decided, so that its own words are shown. */
const versionOf = (policy: { id: string; version: string } | undefined): string | undefined =>
  policy && `${policy.id}@${policy.version}`;
