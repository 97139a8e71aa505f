import type { ReactElement, ReactNode } from "react";
import { Link } from "./Link.tsx";
import { cx } from "./cx.ts";

export interface Condition {
  id: string;
  /** true 满足, false 不满足, null 还缺 a fact. */
  met: boolean | null;
  /** The condition as one sentence. */
  title: string;
  /** Clause number, e.g. 五.2. */
  clause: string;
  /** The fact behind it, or the missing fact. */
  because: string;
  /** Links or buttons to correct the fact or object. */
  remedy?: ReactNode;
}

const words = { true: "满足", false: "不满足", null: "还缺" } as const;
const order = [false, null, true];

interface ConditionListProps {
  conditions: readonly Condition[];
  /** Address of a clause's summary. */
  clauseHref?: (clause: string) => string;
}

/** Conditions of a benefit, open ones first: verdict, clause, fact and next step. */
export function ConditionList({ conditions, clauseHref }: ConditionListProps): ReactElement {
  const sorted = order.flatMap((met) => conditions.filter((condition) => condition.met === met));
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sorted.map((condition) => (
        <li key={condition.id} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[5.5em_1fr]">
          <Verdict met={condition.met} />
          <div>
            <p className="font-medium">
              {condition.title}
              {clauseHref === undefined ? (
                <span className="num ml-2 text-sm font-normal text-ink-3">条款 {condition.clause}</span>
              ) : (
                <Link
                  to={clauseHref(condition.clause)}
                  className="num ml-2 text-sm font-normal text-accent underline underline-offset-3"
                >
                  条款 {condition.clause}
                </Link>
              )}
            </p>
            <p className="text-sm text-ink-2">{condition.because}</p>
            {condition.remedy !== undefined && condition.met !== true && (
              <div className="mt-2 flex flex-wrap gap-2 text-sm">{condition.remedy}</div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Verdict({ met }: { met: boolean | null }): ReactElement {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 self-start font-semibold whitespace-nowrap",
        met === true && "text-accent",
        met === false && "text-refuse",
        met === null && "text-turn",
      )}
    >
      <svg
        viewBox="0 0 16 16"
        width="1em"
        height="1em"
        aria-hidden
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {met === true && <path d="m2.5 8.5 3.8 3.8 7.2-8" />}
        {met === false && <path d="m3 3 10 10M13 3 3 13" />}
        {met === null && (
          <>
            <path d="M4.8 5.500A3.2 3.2 0 1 1 8 8.700v1.1" />
            <path d="M8 13.200v.1" />
          </>
        )}
      </svg>
      {words[String(met) as keyof typeof words]}
    </span>
  );
}
