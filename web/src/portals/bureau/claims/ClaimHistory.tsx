import type { ReactElement } from "react";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import { CaseHistory, type HistoryEntry } from "../../../lists/queue/CaseHistory.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const VERDICTS = { pass: "通过", return: "退回补正", refuse: "不予补贴" } as const;
const ROUNDS: Readonly<Record<number, string>> = { 1: "初审", 2: "复审" };
const OBJECTIONS = { public: "公示异议", own: "本人异议", appeal: "申诉" } as const;
const OUTCOMES = { granted: "符合条件", refused: "不符合条件", incomplete: "材料不全" } as const;

/** History of a claim, newest first: steps, decisions, reviews, objections, cancellations. */
export function ClaimHistory({ claim }: { claim: Claim }): ReactElement {
  const entries = entriesOf(claim).toSorted((a, b) => b.instant.localeCompare(a.instant));
  return <CaseHistory entries={entries.map(({ instant, ...entry }) => ({ ...entry, at: formatInstant(instant) }))} />;
}

type Entry = Omit<HistoryEntry, "at"> & { instant: string };

function entriesOf(claim: Claim): Entry[] {
  return [
    ...claim.steps.map((step, index) => ({
      id: `step${index}`,
      instant: step.at,
      who: "状态",
      what: step.label,
      ...(step.reason === null || step.reason === "" ? {} : { note: step.reason }),
    })),
    ...claim.versions.map((version) => ({
      id: version.id,
      instant: version.at,
      who: "系统判定",
      what: `第 ${version.version} 次${version.policyVersion === null ? "" : `（政策第 ${version.policyVersion} 版）`}：${OUTCOMES[version.outcome]}，${formatYuan(version.amountFen)} 元${version.current ? "（现行）" : ""}`,
      note: <code className="font-mono text-xs">{version.digest.slice(0, 23)}…</code>,
    })),
    ...claim.reviews.map((review, index) => ({
      id: `review${index}`,
      instant: review.at,
      who: review.officer ?? "审核人员",
      what: `${ROUNDS[review.round] ?? "审核"}${VERDICTS[review.verdict]}${review.amountFen === null ? "" : `，${formatYuan(review.amountFen)} 元`}${review.sampled ? "（抽中核看）" : ""}`,
      ...(review.reason === "" ? {} : { note: review.reason }),
    })),
    ...claim.objections.flatMap((objection): Entry[] => [
      {
        id: objection.id,
        instant: objection.raisedAt,
        who: OBJECTIONS[objection.kind],
        what: "提出",
        note: objection.text,
      },
      ...(objection.answeredAt === null
        ? []
        : [
            {
              id: `${objection.id}answer`,
              instant: objection.answeredAt,
              who: OBJECTIONS[objection.kind],
              what: objection.upheld === true ? "答复：成立" : "答复：不成立",
              note: objection.answer,
            },
          ]),
    ]),
    ...claim.cancellations.map((one) => ({
      id: one.id,
      instant: one.askedAt,
      who: one.askedBy,
      what: `提出撤销${one.agreed === null ? "，待另一人确认" : one.agreed ? "，已确认" : "，已否决"}`,
      note: one.reason,
    })),
  ];
}
