import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { TracedClaim } from "./trace-types.ts";

const link = "num text-accent underline decoration-accent-line underline-offset-4 hover:decoration-accent";

/** Claims and the payments made of each. */
export function LearnerClaims({ claims, base }: { claims: readonly TracedClaim[]; base: string }): ReactElement {
  if (claims.length === 0) return <span className="text-ink-3">没有申请</span>;
  return (
    <ul className="grid gap-1">
      {claims.map((claim) => (
        <li
          key={claim.id}
          className="flex flex-wrap items-baseline gap-x-3 max-lg:flex-nowrap max-lg:whitespace-nowrap"
        >
          <Link to={`${base}/claims/${claim.id}`} className={link}>
            {claim.number}
          </Link>
          <span>{claim.benefitLabel}</span>
          <StatusMark kind={stateKind("claim", claim.state)}>{claim.stateLabel}</StatusMark>
          {claim.payments.map((payment) => (
            <span key={payment.id} className="inline-flex flex-wrap items-baseline gap-x-2 max-lg:flex-nowrap">
              <span aria-hidden className="text-ink-3">
                →
              </span>
              <Link to={`${base}/payments/${payment.id}`} className={link}>
                {payment.number}
              </Link>
              <Money fen={payment.amountFen} exact />
              <span className="text-sm text-ink-3">{payment.stateLabel}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
