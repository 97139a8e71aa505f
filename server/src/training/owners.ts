import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

interface ById {
  params: { id: string };
}

/** Owner of a class: its organisation; readable by the enterprise whose staff it trains, and by the officers of its town. */
export async function classOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("training_class")
    .select(["organisation_id", "enterprise_id", "town"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, alsoOrganisationId: row.enterprise_id, region: row.town } : null;
}

/** Owner of a session: its class's. */
export async function sessionOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("class_session as s")
    .innerJoin("training_class as c", "c.id", "s.class_id")
    .select(["c.organisation_id", "c.enterprise_id", "c.town"])
    .where("s.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, alsoOrganisationId: row.enterprise_id, region: row.town } : null;
}

/** Owner of an enrolment: the learner and the class's. */
export async function enrolmentOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("training_class as c", "c.id", "e.class_id")
    .select(["e.person_id", "c.organisation_id", "c.enterprise_id", "c.town"])
    .where("e.id", "=", params.id)
    .executeTakeFirst();
  return row
    ? {
        personId: row.person_id,
        organisationId: row.organisation_id,
        alsoOrganisationId: row.enterprise_id,
        region: row.town,
      }
    : null;
}

/** Owner of a change: its class's. */
export async function changeOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("class_change as h")
    .innerJoin("training_class as c", "c.id", "h.class_id")
    .select(["c.organisation_id", "c.town"])
    .where("h.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** Owner of a wish for a class: the person who waits. */
export async function wishOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("class_wish")
    .select("person_id")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id } : null;
}

/** Owner of a wish for leave: its seat's. */
export async function leaveOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("leave_request")
    .select("enrolment_id")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? enrolmentOwner(context, { params: { id: row.enrolment_id } }) : null;
}
