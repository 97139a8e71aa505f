import type { ReactElement } from "react";
import { Card } from "../../../kit/Card.tsx";
import { dateOf } from "../../../kit/format.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const kinds = { public: "公示异议", own: "本人异议", appeal: "申诉" } as const;

/** Objections and appeals to a claim, with their answers. */
export function ObjectionList({ objections }: { objections: Claim["objections"] }): ReactElement | null {
  if (objections.length === 0) return null;
  return (
    <Card title="异议和申诉">
      <ul className="grid gap-4">
        {objections.map((one) => (
          <li key={one.id}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{kinds[one.kind]}</span>
              {one.answeredAt === null ? (
                <StatusMark kind="doing">{`最迟 ${one.dueOn} 答复`}</StatusMark>
              ) : (
                <StatusMark kind="done">{one.upheld === true ? "成立" : "不成立"}</StatusMark>
              )}
            </p>
            <p className="num text-sm text-ink-3">{dateOf(one.raisedAt)}</p>
            <p className="mt-1">{one.text}</p>
            {one.answer !== null && (
              <p className="mt-2 border-l-2 border-accent-line pl-3">
                <span className="num block text-sm text-ink-3">
                  人社部门答复{one.answeredAt !== null && ` · ${dateOf(one.answeredAt)}`}
                </span>
                {one.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
