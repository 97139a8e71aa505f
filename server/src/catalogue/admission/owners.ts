import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";

interface ById {
  params: { id: string };
}

/** Owner of an admission: the applying organisation, and the region of its seat. */
export async function admissionOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("admission as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .select(["a.organisation_id", "o.town"])
    .where("a.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** Owner of a training project: the region that runs it. */
export async function projectOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("training_project")
    .select("region")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.region } : null;
}
