import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

type ById = { params: { id: string } };

/** Owner of a source, for `over`: its region. */
export const sourceOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db.selectFrom("fund_source").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null;

/** Owner of a payment batch, for `over`: its region. */
export const batchOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db.selectFrom("payment_batch").select("region").where("id", "=", params.id).executeTakeFirst()) ??
  null;

/** Owner of a payment, for `over`: the region of its batch. */
export const paymentOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db
    .selectFrom("payment")
    .innerJoin("payment_batch", "payment_batch.id", "payment.batch_id")
    .select("payment_batch.region")
    .where("payment.id", "=", params.id)
    .executeTakeFirst()) ?? null;

/** Owner of a clawback, for `over`: the region of its claim. */
export const clawbackOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db
    .selectFrom("clawback")
    .innerJoin("claim", "claim.id", "clawback.claim_id")
    .select("claim.region")
    .where("clawback.id", "=", params.id)
    .executeTakeFirst()) ?? null;
