import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";

interface ById {
  params: { id: string };
}

/** Owner of a pilot: its school, and its evaluator; officers by the school's town. */
export async function pilotOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("pilot as t")
    .innerJoin("organisation as s", "s.id", "t.school_id")
    .select(["t.school_id", "t.evaluator_id", "s.town"])
    .where("t.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.school_id, alsoOrganisationId: row.evaluator_id, region: row.town } : null;
}

/** Owner of a pilot's results: the evaluating organisation alone, as the school doesn't examine its own. */
export async function pilotExaminer(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("pilot")
    .select("evaluator_id")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.evaluator_id } : null;
}

/** Owner of a candidate: the school that registered them. */
export async function candidateOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("pilot_candidate as c")
    .innerJoin("pilot as t", "t.id", "c.pilot_id")
    .select("t.school_id")
    .where("c.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.school_id } : null;
}
