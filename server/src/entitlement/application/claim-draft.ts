import { type Claiming, factsRead, optionalBlocks, type Policy } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, forbidden, notFound, unacceptable } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { requireOwnPapers } from "../../organisations/index.ts";
import { CitizenIdNumber, citizenIdHash } from "../../people/index.ts";
import { MOST_FILES } from "./add-claim-file.ts";
import { inPlaceOf } from "../../training/index.ts";
import { claimingOf, countsDays, servesInPlace } from "../programme/claiming.ts";
import type { ClaimDraft } from "./create-claims.ts";
import { policyOn, programmeWith } from "../programme/policies.ts";
import { projectTerms } from "../case/project-terms.ts";
import { Stated } from "../programme/stated.ts";

/** Draft of an application: benefit, persons or class, and the facts that only the claimant knows. */
export const Asked = z.strictObject({
  benefit: z.string().max(40).describe("补贴编号"),
  policyId: z.string().max(80).optional().describe("不填：班级、证书所属的政策；否则为今天施行的、有这项补贴的政策"),
  stage: z.enum(["advance", "settlement"]).optional().describe("只用于分阶段的补贴：预拨或结算"),
  certificateId: Id.optional(),
  classId: Id.optional(),
  personId: Id.optional().describe("职工，只用于企业为职工申请且没有证书的补贴"),
  citizenId: CitizenIdNumber.optional().describe("不知道职工编号时用身份证号"),
  stated: Stated.default({}),
  evidenceFileIds: z.array(Id).max(MOST_FILES).default([]).describe("先行上传的材料"),
});
export type Asked = z.output<typeof Asked>;

/**
 * Validates an application as a draft claim under its programme; refuses what this account may not apply for, or not in this way.
 */
export async function draftOf(context: Context, asked: Asked): Promise<{ draft: ClaimDraft; programme: string }> {
  const { actor } = context;
  const programme = asked.policyId ?? (await programmeFor(context, asked));
  const policy = policyOn(context.services, programme, context.today);
  const claiming = claimingOf(policy, asked.benefit);
  const claimant = actor.role === "learner" ? "person" : actor.role === "enterprise" ? "enterprise" : "institution";
  if (!claiming.by.includes(claimant))
    throw forbidden("这项补贴不由您这一方申请。请在政策说明中查看申请主体。", "wrong-claimant");
  const staged = claiming.stages.length > 0;
  if (staged !== (asked.stage !== undefined))
    throw unacceptable(
      "stage-mismatch",
      staged ? "请选择申请预拨还是结算。" : "这项补贴不分阶段，请不要填写申请阶段。",
    );
  await requireOwnPapers(context, asked.evidenceFileIds);
  const draftFor = claiming.per === "class" ? classDraft : personDraft;
  return { draft: await draftFor(context, policy, claiming, asked), programme };
}

/** The programme that an application falls under: its class's, or its certificate's class's, else one in force today that has the benefit. */
async function programmeFor(context: Context, { benefit, classId, certificateId }: Asked): Promise<string> {
  const found = await sql<{ policy_id: string }>`
    select c.policy_id from training_class c
    where c.id = coalesce(${classId ?? null}::uuid, (select f.class_id from certificate f where f.id = ${certificateId ?? null}::uuid))`.execute(
    context.db,
  );
  const [own] = found.rows;
  return own?.policy_id ?? programmeWith(context, benefit);
}

/** For a class as a whole: claimed by its institution, or by the enterprise whose staff it trains. */
async function classDraft(context: Context, policy: Policy, { benefit }: Claiming, asked: Asked): Promise<ClaimDraft> {
  const organisationId = context.actor.organisationId;
  if (asked.classId === undefined) throw unacceptable("class-missing", "请选择为哪个班申请。");
  const training = await context.db
    .selectFrom("training_class")
    .select(["id", "organisation_id", "enterprise_id", "benefit", "region", "town", "capacity", "state"])
    .where("id", "=", asked.classId)
    .executeTakeFirst();
  const own = training?.organisation_id === organisationId || training?.enterprise_id === organisationId;
  if (!training || !own) throw notFound("您单位的这个班");
  if (training.benefit !== benefit)
    throw unacceptable("class-of-other-benefit", "这个班不是按该项补贴开的班，请核对班级或补贴。");
  needProgress(training.state, asked.stage ?? null);
  const stated = factsRead(policy, benefit).has("/project/contractFen")
    ? await projectTerms(context, training, asked)
    : asked.stated;
  return {
    benefit,
    appliedOn: context.today,
    stage: asked.stage ?? null,
    personId: null,
    organisationId,
    classId: training.id,
    enrolmentId: null,
    certificateId: null,
    payeeKind: "organisation",
    region: training.region,
    town: training.town,
    stated,
    evidenceFileIds: asked.evidenceFileIds,
  };
}

/** An advance needs an approved class; everything else counts who finished, so it waits for the end of the class. */
function needProgress(state: string, stage: "advance" | "settlement" | null): void {
  const ready = stage === "advance" ? ["approved", "running", "completed", "closed"] : ["completed", "closed"];
  if (ready.includes(state)) return;
  throw conflict(
    "class-not-ready",
    stage === "advance"
      ? "开班申请批准后才能申请预拨。请先办完开班审核。"
      : "这项补贴按结业人数核算。请等培训机构办完结束培训、登记成绩和结业，再来申请。",
    { state },
  );
}

interface Holder {
  person_id: string;
  town: string;
  class_id: string | null;
  enrolment_id: string | null;
}

/** For one person: by certificate, or (a degree, work for training) by record. */
async function personDraft(context: Context, policy: Policy, claiming: Claiming, asked: Asked): Promise<ClaimDraft> {
  const { actor } = context;
  const { benefit, evidence } = claiming;
  if (evidence === "certificate" && asked.certificateId === undefined) {
    // Rules that apply a certificate's tests only where there is one (四.3) rest on the training itself.
    if (!optionalBlocks(policy, benefit).has("/certificate") && !countsDays(policy, benefit))
      throw unacceptable("certificate-missing", "请选择凭哪张证书申请。");
    if (asked.classId === undefined)
      throw unacceptable("certificate-missing", "请选择凭哪张证书申请；没有证书的，请选择已结业的培训班。");
  }
  const holder = await holderOf(context, asked);
  if (!holder || (actor.role === "learner" && holder.person_id !== actor.personId))
    throw notFound(
      asked.certificateId !== undefined
        ? "这张证书"
        : asked.classId === undefined
          ? "该人员的档案"
          : "该职工在这个班的结业记录",
    );
  if (actor.role !== "learner") await needEmployee(context, holder);
  const inPlace = await inPlaceOf(context.db, holder.enrolment_id === null ? [] : [holder.enrolment_id]);
  if (inPlace.size > 0 && !servesInPlace(policy, benefit))
    throw unacceptable(
      "seat-in-place",
      "这个班是替亲属参加的，这项补贴看的是本人的身份类别，一个名额只能用一种身份，不能再凭它申请。",
    );
  return {
    benefit,
    appliedOn: context.today,
    stage: null,
    personId: holder.person_id,
    organisationId: actor.role === "learner" ? null : actor.organisationId,
    classId: holder.class_id,
    enrolmentId: holder.enrolment_id,
    certificateId: asked.certificateId ?? null,
    payeeKind: actor.role === "learner" ? "person" : "organisation",
    region: holder.town.slice(0, 6),
    town: holder.town,
    stated: asked.stated,
    evidenceFileIds: asked.evidenceFileIds,
  };
}

async function holderOf(context: Context, asked: Asked): Promise<Holder | undefined> {
  if (asked.certificateId !== undefined) {
    const found = await sql<Holder>`
      select f.person_id, f.class_id, f.enrolment_id, coalesce(c.town, p.town) as town
      from certificate f join person p on p.id = f.person_id left join training_class c on c.id = f.class_id
      where f.id = ${asked.certificateId}
        and not exists (select from certificate_revocation r where r.certificate_id = f.id)`.execute(context.db);
    return found.rows[0];
  }
  const byId =
    asked.citizenId === undefined
      ? sql`p.id = ${asked.personId ?? context.actor.personId}`
      : sql`p.id = (select id from identified_person where hash = ${citizenIdHash(context.services.sealer, asked.citizenId)})`;
  if (asked.classId !== undefined) {
    const finished = await sql<Holder>`
      select p.id as person_id, c.town, c.id as class_id, e.id as enrolment_id
      from enrolment e join person p on p.id = e.person_id join training_class c on c.id = e.class_id
      where c.id = ${asked.classId} and e.state = 'completed' and ${byId}`.execute(context.db);
    return finished.rows[0];
  }
  const found = await sql<Holder>`
    select p.id as person_id, p.town, null::uuid as class_id, null::uuid as enrolment_id from person p where ${byId}`.execute(
    context.db,
  );
  return found.rows[0];
}

/** An organisation claims only for its employees or its classes: strangers can't use anybody's name. */
async function needEmployee(context: Context, holder: Holder): Promise<void> {
  const found = await sql<{ ok: boolean }>`
    select exists (select from training_class c where c.id = ${holder.class_id}
        and (c.enterprise_id = ${context.actor.organisationId} or c.organisation_id = ${context.actor.organisationId}))
      or exists (select from person_fact f join organisation o on o.id = ${context.actor.organisationId}
        where f.person_id = ${holder.person_id} and f.kind = 'employment' and f.value ->> 'employer' = o.uscc
          and (f.value ->> 'employed')::boolean and coalesce(f.value ->> 'to', '9999-12-31') >= ${context.today}
          and not exists (select from person_fact later where later.replaces = f.id)) as ok`.execute(context.db);
  if (!found.rows[0]?.ok)
    throw unacceptable("not-your-employee", "就业记录中没有此人在贵单位就业。请先办理就业登记，或核对身份证号、证书。");
}
