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

/** Owner of an evaluation rule: its county's officers. */
export async function evaluationRuleOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_rule")
    .select("region")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.region } : null;
}

/** Owner of a filing: the body; its region's officers decide it. */
export async function filingOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_filing")
    .select(["organisation_id", "region"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.region } : null;
}

/** Owner of an evaluation site: the body. */
export async function siteOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_site as s")
    .innerJoin("organisation as o", "o.id", "s.organisation_id")
    .select(["s.organisation_id", "o.town"])
    .where("s.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** Owner of an entry in the register of examiners: its body, or the bureau. */
export async function staffOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_staff")
    .select(["organisation_id", "region"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.region } : null;
}

/** Owner of a batch: the body; officers of its region supervise it. */
export async function batchOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_batch")
    .select(["organisation_id", "region"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.region } : null;
}

/** Owner of a candidate's application: the person, and the body that holds the batch. */
export async function candidateOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_candidate as k")
    .innerJoin("evaluation_batch as b", "b.id", "k.batch_id")
    .select(["k.person_id", "b.organisation_id", "b.region"])
    .where("k.id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id, organisationId: row.organisation_id, region: row.region } : null;
}

/** Owner of an assignment to a batch: the examiner or supervisor themself, and the body. */
export async function dutyOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_assignment as a")
    .innerJoin("evaluation_batch as b", "b.id", "a.batch_id")
    .innerJoin("evaluation_staff as s", "s.id", "a.staff_id")
    .select(["s.person_id", "b.organisation_id", "b.region"])
    .where("a.id", "=", params.id)
    .where("a.removed_at", "is", null)
    .executeTakeFirst();
  return row ? { personId: row.person_id, organisationId: row.organisation_id, region: row.region } : null;
}

/** Owner of a drawn paper: the body, and each supervisor of its batch. */
export async function paperDrawOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_paper_draw as d")
    .innerJoin("evaluation_batch as b", "b.id", "d.batch_id")
    .select(["d.batch_id", "b.organisation_id", "b.region"])
    .where("d.id", "=", params.id)
    .executeTakeFirst();
  if (!row) return null;
  const { personId } = context.actor;
  const supervises =
    personId !== null &&
    (await context.db
      .selectFrom("evaluation_assignment as a")
      .innerJoin("evaluation_staff as s", "s.id", "a.staff_id")
      .select("a.id")
      .where("a.batch_id", "=", row.batch_id)
      .where("a.removed_at", "is", null)
      .where("a.duty", "in", ["internal-supervisor", "external-supervisor"])
      .where("s.person_id", "=", personId)
      .executeTakeFirst()) !== undefined;
  return { personId: supervises ? personId : null, organisationId: row.organisation_id, region: row.region };
}

/** Owner of an objection to a result: the candidate; officers of the batch's region answer it, its body corrects the mark. */
export async function evaluationObjectionOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("evaluation_objection as j")
    .innerJoin("evaluation_batch as b", "b.id", "j.batch_id")
    .innerJoin("evaluation_candidate as k", "k.id", "j.candidate_id")
    .select(["k.person_id", "b.organisation_id", "b.region"])
    .where("j.id", "=", params.id)
    .executeTakeFirst();
  return row ? { personId: row.person_id, organisationId: row.organisation_id, region: row.region } : null;
}
