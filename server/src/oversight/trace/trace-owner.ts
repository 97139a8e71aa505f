import { maskPersonName } from "@jinengtong/standards";
import type { Actor, Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

interface ById {
  params: { id: string };
}

/** Roles that may read traces: supervisors, finance, and an institution or enterprise for its own. */
export const TRACERS = ["auditor", "finance", "reviewer", "institution", "enterprise"] as const;

/** Owner of a claim in traces: its town, the people it names, and the organisation of its class. */
export async function claimOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const found = await sql<{ organisation_id: string | null; runs: string | null; town: string }>`
    select c.organisation_id, k.organisation_id as runs, c.town from claim c left join training_class k on k.id = c.class_id
    where c.id = ${params.id}`.execute(context.db);
  const row = found.rows[0];
  return row
    ? { organisationId: row.runs ?? row.organisation_id, alsoOrganisationId: row.organisation_id, region: row.town }
    : null;
}

/** Owner of a payment: its claim's. */
export async function paymentOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db.selectFrom("payment").select("claim_id").where("id", "=", params.id).executeTakeFirst();
  return row ? claimOwner(context, { params: { id: row.claim_id } }) : null;
}

/** Officers see names, since they work on the case; organisations see masked names. */
export const nameFor = (actor: Actor, name: string): string =>
  actor.role === "institution" || actor.role === "enterprise" ? maskPersonName(name) : name;

/** Officers are named to officers; others see the office. */
export const officerFor = (actor: Actor, name: string | null, office: string): string | null =>
  actor.role === "institution" || actor.role === "enterprise" ? (name === null ? null : office) : name;
