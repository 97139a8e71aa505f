import type { ReactElement } from "react";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { Evidence } from "./trace-types.ts";

const kinds = { pass: "done", return: "turn", refuse: "refused" } as const;

/** Reviews of a claim: reviewer, round, opinion. */
export function ReviewTable({ reviews }: { reviews: Evidence["reviews"] }): ReactElement {
  return (
    <ul className="divide-y divide-line">
      {reviews.map((review, index) => (
        <li key={index} className="flex flex-wrap items-baseline gap-x-5 gap-y-0.5 py-1.5 first:pt-0 last:pb-0">
          <span className="w-10 font-medium">{review.round === 1 ? "初审" : "复审"}</span>
          <StatusMark kind={kinds[review.verdict as keyof typeof kinds] ?? "waiting"}>{review.verdictLabel}</StatusMark>
          <span>{review.officer ?? "—"}</span>
          <span className="num text-ink-2">{formatInstant(review.at)}</span>
          {review.amountFen !== null && <Money fen={review.amountFen} exact />}
          {review.sampled && <span className="text-ink-2">抽样逐笔核看</span>}
          {review.version > 1 && <span className="num text-ink-3">第 {review.version} 次提交</span>}
          {review.reason !== "" && <span className="basis-full text-ink-2">意见：{review.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
