import type { ReactElement } from "react";
import { Link } from "react-router";
import { cx } from "../../../kit/cx.ts";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import type { Policy } from "./policy.ts";

interface ClauseProps {
  clause: Policy["clauses"][number];
  benefits: readonly Policy["benefits"][number][];
  interpretations: readonly Policy["interpretations"][number][];
  marked: boolean;
}

/** One clause: our summary, its benefits with their rules as sentences, and interpretations. */
export function Clause({ clause, benefits, interpretations, marked }: ClauseProps): ReactElement {
  return (
    <section
      id={clause.id}
      tabIndex={-1}
      aria-label={`条款 ${clause.id}`}
      className={cx("scroll-mt-6 outline-none", marked && "-ml-4 border-l-4 border-l-accent pl-3")}
    >
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-xl font-semibold">
        <span className="num text-accent">{clause.id}</span>
        {clause.title}
      </h2>
      <p className="mt-2 max-w-(--measure)">{clause.summary}</p>
      {clause.concerns.length > 0 && <p className="mt-1 text-sm text-ink-2">与谁有关：{clause.concerns.join("、")}</p>}
      {benefits.map((benefit) => (
        <div key={benefit.benefit} className="mt-4 rounded-lg border border-line bg-sheet p-4 sm:p-6">
          <h3 className="text-lg font-semibold">{benefit.title}</h3>
          <p className="text-sm text-ink-2">{benefit.audience}</p>
          <ol className="mt-3 grid gap-2">
            {benefit.tests.map((test, index) => (
              <li key={test.id} className="grid grid-cols-[1.6em_1fr]">
                <span className="num text-ink-3">{index + 1}</span>
                <span>
                  {test.text}
                  {test.clause !== clause.id && (
                    <Link
                      to={clauseHref(test.clause)}
                      className="num ml-2 text-sm text-accent underline underline-offset-3"
                    >
                      {test.clause}
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ol>
          {benefit.amount.length > 0 && (
            <div className="mt-4 border-t border-line pt-3">
              <h4 className="text-sm text-ink-3">补多少</h4>
              {benefit.amount.map((amount) => (
                <p key={amount.text} className="num font-medium">
                  {amount.text}
                </p>
              ))}
            </div>
          )}
        </div>
      ))}
      {interpretations.map((one) => (
        <Disclosure
          key={one.id}
          className="mt-3 rounded-lg border border-line bg-paper px-4 sm:px-6"
          summary={
            <span className="text-ink">
              <span className="text-sm text-ink-3">原文没写明的地方：</span>
              {one.question}
            </span>
          }
        >
          <div className="grid gap-3 pb-4">
            <ul className="grid gap-1">
              {one.readings.map((reading) => (
                <li key={reading.id} className={reading.id === one.chosen ? "font-medium" : "text-ink-2"}>
                  {reading.id === one.chosen ? "现在这样读：" : "也可以读作："}
                  {reading.text}
                </li>
              ))}
            </ul>
            <p className="max-w-(--measure)">理由：{one.reason}</p>
            {one.turnedBy !== null && <p className="text-sm text-ink-2">{one.turnedBy}</p>}
            <p className="num text-sm text-ink-3">
              {one.decidedBy === null
                ? `${one.proposedBy ?? ""}提出，尚待主管部门确认`
                : `${one.decidedBy}，${one.since ?? ""} 起`}
            </p>
          </div>
        </Disclosure>
      ))}
    </section>
  );
}
