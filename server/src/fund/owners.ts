import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

type ById = { params: { id: string } };

/** Whose a source is: its region's. */
export const sourceOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db.selectFrom("fund_source").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null;

/** Whose a payment batch is: its region's. */
export const batchOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db.selectFrom("payment_batch").select("region").where("id", "=", params.id).executeTakeFirst()) ??
  null;

/** Whose a demand for repayment is: the region's of the claim it is about. */
export const clawbackOwner = async (context: Context, { params }: ById): Promise<Owner | null> =>
  (await context.db
    .selectFrom("clawback")
    .innerJoin("claim", "claim.id", "clawback.claim_id")
    .select("claim.region")
    .where("clawback.id", "=", params.id)
    .executeTakeFirst()) ?? null;
