import { stateKind } from "@jinengtong/words";
import { inPlaceWords } from "../../../features/claims/in-place-words.ts";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement, ReactNode } from "react";
import { call } from "../../../api/client.ts";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { cx } from "../../../kit/cx.ts";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import type { Fact } from "../../../kit/FactList.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { DecisionPanel } from "../../../features/claims/DecisionPanel.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { UnmaskPerson } from "../people/UnmaskPerson.tsx";
import { ClaimEvidence } from "./ClaimEvidence.tsx";
import { OddNotice } from "./OddNotice.tsx";
import { stepTitle } from "../../../features/claims/step-title.ts";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import { Ways } from "../../../features/claims/Ways.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

interface ClaimCaseProps {
  id: string;
  /** The officer's actions on the open claim. */
  renderActions?: (claim: Claim) => ReactNode;
  /** Said before the decision. */
  renderNotice?: (claim: Claim) => ReactNode;
  /** On a page of its own there is room to set the evidence beside the decision. */
  wide?: boolean;
  /** The page is about objections, so there is no need to point to them. */
  answering?: boolean;
}

/** The whole of a claim: facts, the engine's decision, and the evidence beside it. */
export function ClaimCase({
  id,
  renderActions,
  renderNotice,
  wide = false,
  answering = false,
}: ClaimCaseProps): ReactElement {
  const query = useApi(api.claims.show, { params: { id } });
  return (
    <QueryView query={query} lines={14}>
      {(data) => (
        <article>
          <CaseFacts
            number={`${data.claim.number}　${data.claim.benefitName}${stageWord(data.claim.stage)}`}
            title={data.claim.personName ?? data.claim.organisationName ?? "—"}
            status={
              <StatusMark kind={stateKind("claim", data.claim.state, "office")}>{data.claim.stateLabel}</StatusMark>
            }
            amount={<Amount claim={data.claim} />}
            facts={factsOf(data, !wide)}
            actions={renderActions?.(data)}
          />
          {data.claim.openObjections > 0 && !answering && (
            <div className="mt-4">
              <Notice tone="turn" title={`有 ${data.claim.openObjections} 条异议尚未答复`}>
                答复之前不能审核通过。
                <Link to="/bureau/objections" className="text-accent underline underline-offset-3">
                  去答复
                </Link>
              </Notice>
            </div>
          )}
          {data.claim.redecidedFrom !== null && (
            <div className="mt-4">
              <Notice title={`由 ${data.claim.redecidedFrom} 追溯裁定而来`}>
                {data.claim.alreadyFen > 0
                  ? `原申请已有 ${formatYuan(data.claim.alreadyFen)} 元，这里只补发差额，不另占次数。`
                  : "按更正后的政策重新备的申请，日期和资料同原申请。"}
              </Notice>
            </div>
          )}
          <OddNotice claim={data} />
          {renderNotice?.(data)}
          <div
            className={cx(
              "mt-5 grid grid-cols-1 gap-x-8 gap-y-6",
              wide ? "xl:grid-cols-[minmax(20rem,5fr)_9fr]" : "min-[1760px]:grid-cols-[2fr_3fr]",
            )}
          >
            <Decision data={data} />
            <ClaimEvidence claim={data} />
          </div>
        </article>
      )}
    </QueryView>
  );
}

function Decision({ data }: { data: Claim }): ReactElement {
  const law = data.decision?.policy;
  const policy = usePolicy(law && `${law.id}@${law.version}`);
  if (data.decision === null) {
    return (
      <Notice title="裁定过程不在手边">这笔申请由较早的政策包裁定，政策包已不在本平台。各版本的结果见“经过”。</Notice>
    );
  }
  return (
    <div className="grid content-start gap-4">
      <DecisionPanel
        decision={data.decision}
        testTitle={(test) => policy.testTitle(data.claim.benefit, test)}
        stepTitle={stepTitle}
        clauseHref={clauseHref}
      />
      {data.decision.outcome !== "granted" && (
        <Ways
          who="申请人"
          about={{ claim: data.claim.id }}
          find={(signal) => call(api.claims.ways, { params: { id: data.claim.id } }, { signal })}
        />
      )}
    </div>
  );
}

function Amount({ claim }: { claim: Claim["claim"] }): ReactElement {
  const [label, fen] =
    claim.paidFen !== null && claim.paidFen > 0
      ? ["已付", claim.paidFen]
      : claim.approvedFen !== null
        ? ["核定", claim.approvedFen]
        : ["申请", claim.askedFen ?? 0];
  return (
    <>
      <p className="text-sm text-ink-3">{label}</p>
      <Money fen={fen} exact size="large" />
    </>
  );
}

const stageWord = (stage: "advance" | "settlement" | null): string =>
  stage === "advance" ? "（预付）" : stage === "settlement" ? "（结算）" : "";

function factsOf({ claim, personId, evidence, publicisedFrom, publicisedTo }: Claim, withClaim: boolean): Fact[] {
  return [
    ...(personId === null || claim.citizenIdMasked === null
      ? []
      : [
          {
            label: "身份证号",
            value: <UnmaskPerson personId={personId} field="citizenId" masked={claim.citizenIdMasked} />,
          },
        ]),
    { label: "收款方", value: claim.payeeKind === "person" ? "本人" : (claim.organisationName ?? "单位") },
    { label: "镇街", value: regionName(claim.town) },
    ...(evidence.class === null
      ? []
      : [
          {
            label: "培训班",
            value: (
              <Link
                to={`/bureau/classes/${evidence.class.id}`}
                className="underline underline-offset-3 hover:text-accent"
              >
                {evidence.class.name}
              </Link>
            ),
          },
          { label: "培训机构", value: evidence.class.institution },
        ]),
    ...(evidence.inPlaceOf === null
      ? []
      : [{ label: "替亲属参加", value: inPlaceWords(evidence.inPlaceOf), wide: true }]),
    ...(claim.organisationName !== null && claim.payeeKind === "person"
      ? [{ label: "申报单位", value: claim.organisationName }]
      : []),
    {
      label: "提交",
      value: (
        <span className="num">{claim.submittedAt === null ? claim.appliedOn : formatInstant(claim.submittedAt)}</span>
      ),
    },
    ...(claim.dueOn === null ? [] : [{ label: "办理期限", value: <span className="num">{claim.dueOn}</span> }]),
    ...(publicisedFrom === null || publicisedTo === null
      ? []
      : [{ label: "公示期", value: <span className="num">{`${publicisedFrom} 至 ${publicisedTo}`}</span> }]),
    ...(personId === null && !withClaim
      ? []
      : [
          {
            label: "档案",
            value: (
              <span className="flex gap-3">
                {personId !== null && (
                  <Link to={`/bureau/people/${personId}`} className="text-accent underline underline-offset-3">
                    人员档案
                  </Link>
                )}
                {withClaim && (
                  <Link to={`/bureau/claims/${claim.id}`} className="text-accent underline underline-offset-3">
                    申请全页
                  </Link>
                )}
              </span>
            ),
          },
        ]),
  ];
}
