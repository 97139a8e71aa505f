import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";

interface ById {
  params: { id: string };
}

/** Owner of a post: its enterprise; officers by the town of the workplace. */
export async function postOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("post")
    .select(["organisation_id", "town"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** Owner of a posting: the enterprise of its post, and who stands on it. */
export async function postingOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("posting as g")
    .innerJoin("post as t", "t.id", "g.post_id")
    .select(["t.organisation_id", "t.town", "g.person_id"])
    .where("g.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, personId: row.person_id, region: row.town } : null;
}

/** Owner of an entered licence: the enterprise that entered it and its holder; officers by the enterprise's town. */
export async function licenceOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("work_licence as l")
    .innerJoin("organisation as o", "o.id", "l.organisation_id")
    .select(["l.organisation_id", "l.person_id", "o.town"])
    .where("l.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, personId: row.person_id, region: row.town } : null;
}

/** Owner of a proposed class: the enterprise that proposed it. */
export async function reviewClassOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("review_class as r")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .select(["r.organisation_id", "o.town"])
    .where("r.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}
