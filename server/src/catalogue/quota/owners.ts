import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";

/** Owner of the plan named in a body: the county that runs it. */
export async function planOfBody(context: Context, { body }: { body: { projectId: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("training_project")
    .select("region")
    .where("id", "=", body.projectId)
    .executeTakeFirst();
  return row ? { region: row.region } : null;
}

/** Owner of a change to a quota: the county of its plan. */
export async function quotaChangeOwner(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("plan_quota_change as c")
    .innerJoin("plan_quota as q", "q.id", "c.quota_id")
    .innerJoin("training_project as p", "p.id", "q.project_id")
    .select("p.region")
    .where("c.id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.region } : null;
}
