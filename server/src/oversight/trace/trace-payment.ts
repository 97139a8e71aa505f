import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { ClaimTrace, traceOfClaim } from "./trace-claim.ts";
import { TracedBatch, TracedEntry, TracedPayment, traceLedger, tracePayments } from "./trace-money.ts";
import { paymentOwner, TRACERS } from "./trace-owner.ts";

/** Trace of a payment, from the money that left to the attendance marks that earned it. */
export const tracePayment = operation({
  method: "GET",
  path: "/api/v1/trace/payments/:id",
  summary: "追溯：从付款到依据",
  permission: { roles: TRACERS, over: paymentOwner },
  params: ById,
  output: z
    .object({ payment: TracedPayment, ledger: z.array(TracedEntry), batch: TracedBatch })
    .extend(ClaimTrace.shape),
  async run(context, { params }) {
    const [found] = await tracePayments(context.db, context.actor, { paymentId: params.id });
    if (!found) throw notFound("付款");
    const [trace, ledger] = await Promise.all([
      traceOfClaim(context, found.claimId),
      traceLedger(context.db, context.actor, found.claimId, params.id),
    ]);
    return { payment: found.payment, ledger, batch: found.batch, ...trace };
  },
});
