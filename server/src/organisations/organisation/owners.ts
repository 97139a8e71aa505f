import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { organisationOwner } from "./organisation-view.ts";

/** Owner of a teacher's entry, for `over`. */
export async function teacherOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("teacher")
    .select("organisation_id")
    .where("id", "=", input.params.id)
    .executeTakeFirst();
  return row ? organisationOwner(context, { params: { id: row.organisation_id } }) : null;
}

/** Owner of a room, for `over`. */
export async function roomOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("room")
    .select("organisation_id")
    .where("id", "=", input.params.id)
    .executeTakeFirst();
  return row ? organisationOwner(context, { params: { id: row.organisation_id } }) : null;
}
