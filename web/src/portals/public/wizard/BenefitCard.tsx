import { type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConditionList } from "../../../kit/ConditionList.tsx";
import { conditionsOf } from "../../../features/claims/conditions.ts";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { Money } from "../../../kit/Money.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import { missingWords } from "../../../features/claims/missing-words.ts";
import { Ways } from "../../../features/claims/Ways.tsx";
import { factsOf, type Answer, type Entitlement } from "./answers.ts";
import { wayTo } from "../../../features/claims/ways-on.ts";

interface BenefitCardProps {
  benefit: Entitlement;
  /** The conditions' titles, from the programme. */
  tests: readonly { id: string; title: string }[];
  open?: boolean;
  answers: readonly Answer[];
  programme: string;
}

/** One benefit: eligibility, amount, conditions (collapsed), and the next step. */
export function BenefitCard({ benefit, tests, open = false, answers, programme }: BenefitCardProps): ReactElement {
  const signedIn = useSession().data?.account?.role === "learner";
  const { decision, status } = benefit;
  const body = { policy: programme, facts: factsOf(answers), benefit: benefit.benefit };
  const lacking =
    benefit.wayOn?.own === false ? ["单位或学校申请时核对的条件，不用您填"] : missingWords(benefit.missing);
  const way = benefit.wayOn;
  const to = way === null ? "" : wayTo(way, benefit.clause);
  const met = decision.findings.filter((finding) => finding.met === true).length;
  return (
    <article className="rounded-lg border border-line bg-sheet p-4 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div>
          <h2 className="text-lg font-semibold">{benefit.title}</h2>
          <p className="text-sm text-ink-2">{benefit.audience}</p>
        </div>
        {status === "eligible" && decision.amountFen !== undefined && decision.amountFen > 0 ? (
          <Money fen={decision.amountFen} size="large" />
        ) : status === "eligible" ? (
          <StatusMark kind="done">可享受</StatusMark>
        ) : status === "missing" ? (
          <StatusMark kind="turn">还缺</StatusMark>
        ) : (
          <StatusMark kind="ended">不符合</StatusMark>
        )}
      </div>
      {status === "missing" && lacking.length > 0 && (
        <div className="mt-3">
          <p className="font-medium">还要看</p>
          <ul className="list-disc pl-5">
            {lacking.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {status === "eligible" && lacking.length > 0 && (
        <p className="mt-3 text-sm text-ink-2">金额还要看：{lacking.join("；")}</p>
      )}
      {status === "ineligible" && (
        <p className="mt-3">{decision.findings.find((finding) => finding.met === false)?.because}</p>
      )}
      {status !== "eligible" && (
        <div className="mt-3">
          <Ways
            who="您"
            lacking={benefit.missing.length > 0}
            about={body}
            find={(signal) => call(api.policy.ways, { body }, { signal })}
          />
        </div>
      )}
      <Disclosure
        className="mt-3"
        open={open}
        summary={
          <>
            {decision.findings.length} 个条件，满足 {met} 个
          </>
        }
      >
        <ConditionList conditions={conditionsOf(decision.findings, tests)} clauseHref={clauseHref} />
      </Disclosure>
      {status !== "ineligible" && way !== null && (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-3">
          <p className="min-w-[min(16em,100%)] flex-1 text-sm text-ink-2">{way.how}</p>
          <Button variant="secondary" to={to}>
            {signedIn && to.startsWith("/my") ? "去办理" : way.action}
          </Button>
        </div>
      )}
    </article>
  );
}
