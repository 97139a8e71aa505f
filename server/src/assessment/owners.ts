import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";

interface ById {
  params: { id: string };
}

/** Owner of a certificate: its holder, issuer and class; officers read those of their region's people. */
export async function certificateOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("certificate as f")
    .innerJoin("person as p", "p.id", "f.person_id")
    .leftJoin("training_class as c", "c.id", "f.class_id")
    .select(["f.person_id", "f.issuer_id", "c.organisation_id", "c.town", "p.town as home"])
    .where("f.id", "=", params.id)
    .executeTakeFirst();
  return row
    ? {
        personId: row.person_id,
        organisationId: row.issuer_id,
        alsoOrganisationId: row.organisation_id,
        region: row.town ?? row.home,
      }
    : null;
}

/** Owner of an exam: the class's institution, and its evaluator if it has one. */
export async function examOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("exam as x")
    .innerJoin("training_class as c", "c.id", "x.class_id")
    .select(["x.kind", "x.evaluator_id", "c.organisation_id", "c.town"])
    .where("x.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, alsoOrganisationId: row.evaluator_id, region: row.town } : null;
}

/** Owner of an exam's results: its evaluator, or else the institution. */
export async function examWriter(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("exam as x")
    .innerJoin("training_class as c", "c.id", "x.class_id")
    .select(["x.evaluator_id", "c.organisation_id", "c.town"])
    .where("x.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.evaluator_id ?? row.organisation_id, region: row.town } : null;
}

/** Owner of a declaration: the person; their region's officers decide it. The declaring organisation may read it. */
export async function declarationOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("certificate_declaration as d")
    .innerJoin("person as p", "p.id", "d.person_id")
    .leftJoin("account as a", "a.id", "d.declared_by")
    .select(["d.person_id", "p.town", "a.organisation_id"])
    .where("d.id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id, organisationId: row.organisation_id, region: row.town } : null;
}

const feedbackRow = (context: Context, id: string) =>
  context.db
    .selectFrom("class_feedback as f")
    .innerJoin("enrolment as e", "e.id", "f.enrolment_id")
    .innerJoin("training_class as c", "c.id", "f.class_id")
    .select(["e.person_id", "c.organisation_id", "c.town"])
    .where("f.id", "=", id)
    .executeTakeFirst();

/** Owner of a learner's word on a class, for its author. */
export async function feedbackAuthor(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await feedbackRow(context, params.id);
  return row ? { personId: row.person_id } : null;
}

/** Owner of a learner's word on a class, for the school that it speaks of. */
export async function feedbackSchool(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await feedbackRow(context, params.id);
  return row ? { organisationId: row.organisation_id } : null;
}

/** Owner of a learner's word on a class, for the officers of the class's town. */
export async function feedbackClass(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await feedbackRow(context, params.id);
  return row ? { region: row.town } : null;
}
