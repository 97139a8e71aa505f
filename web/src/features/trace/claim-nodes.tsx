import { regionName } from "@jinengtong/county";
import { formatInstant, formatPeriod } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import type { TraceNode } from "../../kit/staff/TraceLine.tsx";
import { inPlaceWords } from "../claims/in-place-words.ts";
import { DecisionEvidence } from "./DecisionEvidence.tsx";
import { ReviewTable } from "./ReviewTable.tsx";
import { StateHistory } from "./StateHistory.tsx";
import type { Evidence } from "./trace-types.ts";

/** Nodes of a trace: the claim, its reviews and its decision. */
export function claimNodes(trace: Evidence, href?: string): TraceNode[] {
  const { claim, person, inPlaceOf, reviews, history, decision } = trace;
  const open = decision?.findings.filter((finding) => finding.met !== true).length ?? 0;
  return [
    {
      id: "claim",
      icon: "claim",
      kind: `补贴申请 · ${claim.stateLabel}`,
      on: claim.appliedOn,
      title: `${claim.benefitLabel}　${claim.number}`,
      ...(href === undefined ? {} : { href }),
      facts: [
        ...(claim.organisation === null ? [] : [{ label: "申请单位", value: claim.organisation.name }]),
        ...(person === null
          ? []
          : [
              { label: claim.organisation === null ? "申请人" : "学员", value: person.name },
              { label: "身份证号", value: <span className="num font-mono">{person.citizenIdMasked}</span> },
            ]),
        ...(inPlaceOf === null ? [] : [{ label: "替亲属参加", value: inPlaceWords(inPlaceOf) }]),
        { label: "所在镇（街道）", value: regionName(claim.town) },
        { label: "核定金额", value: claim.approvedFen === null ? "—" : <Money fen={claim.approvedFen} exact /> },
        { label: "已付金额", value: claim.paidFen === null ? "—" : <Money fen={claim.paidFen} exact /> },
        {
          label: "公示",
          value: (
            <span className="num">
              {claim.publicisedFrom === null ? "未公示" : formatPeriod(claim.publicisedFrom, claim.publicisedTo)}
            </span>
          ),
        },
      ],
      evidence: <StateHistory history={history} />,
    },
    {
      id: "reviews",
      icon: "people",
      kind: "审核",
      ...(reviews.length === 0 ? {} : { on: formatInstant(reviews.at(-1)?.at ?? "") }),
      title: reviews.length === 0 ? "还没有审核" : `${reviews.length} 次审核，由不同人员办理`,
      ...(reviews.length === 0 ? {} : { evidence: <ReviewTable reviews={reviews} /> }),
    },
    {
      id: "decision",
      icon: "check",
      kind: "系统判定",
      ...(decision === null ? {} : { on: formatInstant(decision.at) }),
      title:
        decision === null
          ? "没有判定记录"
          : open === 0
            ? `${decision.findings.length} 项条件都满足`
            : `${decision.findings.length} 项条件，${open} 项未满足`,
      ...(decision === null ? {} : { evidence: <DecisionEvidence decision={decision} /> }),
    },
  ];
}
