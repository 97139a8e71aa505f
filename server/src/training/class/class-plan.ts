import { factsRead } from "@jinengtong/policy";
import { findOccupation } from "@jinengtong/standards";
import { z } from "zod";
import { standardFor } from "../../catalogue/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Policies } from "../../kernel/policies.ts";
import { type FieldError, firstDetail, notFound, unacceptable } from "../../kernel/problem.ts";
import { noProgrammeOn, periodOf, programmesOn } from "../../kernel/programmes.ts";
import { CivilDate, Fen, Id, Line, Text } from "../../kernel/shapes.ts";
import { onlineRatio } from "./online-ratio.ts";
import { ContentKind, Course, Level, PublicPhone, Town } from "./shapes.ts";

/** Plan of a class, as the institution fills it in. */
export const ClassPlan = z.strictObject({
  name: Line(60, 2),
  policyId: Text(60).optional().describe("不填：开班当日施行的第一项政策"),
  benefit: Text(80),
  occupation: Line(30),
  /** Only if neither the published list nor the classification knows the code. */
  occupationName: Line(60).optional(),
  level: Level,
  contentKind: ContentKind,
  course: Course.nullable().default(null),
  projectId: Id.nullable().default(null),
  enterpriseId: Id.nullable().default(null),
  town: Town,
  address: Line(200, 0).default(""),
  startsOn: CivilDate,
  endsOn: CivilDate,
  capacity: z.number().int().min(1).max(200),
  /** Default: the standard's hours. */
  requiredHours: z.number().int().min(1).max(2_000).optional(),
  plan: Text(20_000, 0).default(""),
  assessmentPlan: Text(5_000, 0).default(""),
  openEnrolment: z.boolean().default(true),
  priceFen: Fen.max(10_000_000).nullable().default(null).describe("每人收费，含考核，未扣补贴；提交前必填"),
  phone: PublicPhone.nullable().default(null).describe("给学员打的电话，公开；提交前必填"),
  bring: Text(500, 0).default("").describe("学员要带什么；提交前必填"),
});
export type ClassPlan = z.output<typeof ClassPlan>;

/** The plan as columns of `training_class`; reports all unknown references at once. */
export async function planColumns(context: Context, plan: ClassPlan) {
  const errors: FieldError[] = [];
  const fault = (field: string, detail: string): void => void errors.push({ pointer: `/${field}`, detail });
  const { policies } = context.services;
  const policyId = plan.policyId ?? programmeFor(policies, plan);
  const policy = policyId === undefined ? undefined : policies.onDay(policyId, plan.startsOn);
  if (policyId === undefined) fault("policyId", noProgrammeOn(policies, plan.startsOn));
  else if (!policies.has(policyId)) fault("policyId", "没有这项政策，请重新选择");
  else if (!policy) fault("policyId", notInForce(policies, policyId, plan.startsOn));
  else if (!policy.benefits.has(plan.benefit)) fault("benefit", "该政策没有这项补贴，请重新选择");
  if (plan.endsOn < plan.startsOn) fault("endsOn", "结束日期不能早于开始日期");
  const terms = policy?.claiming.get(plan.benefit)?.class;
  if (policy?.benefits.has(plan.benefit) === true && !terms) fault("benefit", "这项补贴不按它开班，请重新选择");
  if (terms && policy && factsRead(policy, plan.benefit).has("/training/course") && plan.course === null)
    fault("course", `${terms.label}须选择课程`);
  const standard = await standardFor(context.db, {
    occupation: plan.occupation,
    level: plan.level,
    date: plan.startsOn,
    region: plan.town,
  });
  const name = standard?.occupationName ?? findOccupation(plan.occupation)?.name ?? plan.occupationName;
  if (name === undefined) fault("occupationName", "目录中没有这个职业（工种），请填写名称");
  const requiredHours = plan.requiredHours ?? standard?.requiredHours;
  if (requiredHours === undefined) fault("requiredHours", "目录没有规定课时，请填写计划课时");
  if (plan.projectId !== null && !(await isProjectOf(context, plan.projectId, plan.town)))
    fault("projectId", "当地没有这个培训项目，请重新选择");
  if (plan.enterpriseId !== null && !(await isEmployer(context, plan.enterpriseId)))
    fault("enterpriseId", "没有这家企业，请重新选择");
  if (errors.length > 0 || name === undefined || requiredHours === undefined || policyId === undefined)
    throw unacceptable("class-plan", `开班计划有 ${errors.length} 处需要更正：${firstDetail(errors)}。`, errors);
  return {
    name: plan.name,
    policy_id: policyId,
    benefit: plan.benefit,
    occupation: plan.occupation,
    occupation_name: name,
    level: plan.level,
    content_kind: plan.contentKind,
    course: plan.course,
    project_id: plan.projectId,
    enterprise_id: plan.enterpriseId,
    town: plan.town,
    region: plan.town.slice(0, 6),
    address: plan.address,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    capacity: plan.capacity,
    required_hours: requiredHours,
    online_ratio: await onlineRatio(context, policyId, plan.startsOn),
    plan: plan.plan,
    assessment_plan: plan.assessmentPlan,
    open_enrolment: plan.openEnrolment,
    price_fen: plan.priceFen,
    phone: plan.phone,
    bring: plan.bring,
  };
}

/** The programme in force on the first day that classes of the benefit are filed under. */
const programmeFor = (policies: Policies, { startsOn, benefit }: ClassPlan): string | undefined => {
  const inForce = programmesOn(policies, startsOn);
  return (inForce.find((policy) => policy.claiming.get(benefit)?.class) ?? inForce[0])?.id;
};

function notInForce(policies: Policies, id: string, day: string): string {
  const { from, to } = periodOf(policies, id);
  return `《${policies.get(id)?.title}》在 ${day} 没有施行（${to === null ? `自 ${from} 起` : `${from} 至 ${to}`}），请选择开班当日施行的政策，或改开班日期`;
}

async function isProjectOf({ db }: Context, id: string, town: string): Promise<boolean> {
  const found = await db.selectFrom("training_project").select("region").where("id", "=", id).executeTakeFirst();
  return found !== undefined && town.startsWith(found.region);
}

/** The enterprise of a class may read its roster, so another school or an office can't be named as one. */
async function isEmployer({ db }: Context, id: string): Promise<boolean> {
  const found = await db
    .selectFrom("organisation")
    .select("id")
    .where("id", "=", id)
    .where("kind", "in", ["enterprise", "co-operative"])
    .executeTakeFirst();
  return found !== undefined;
}

/** The class, locked until the transaction ends, so that state, capacity and dates can't change meanwhile. */
export async function lockClass(context: Context, id: string) {
  const row = await context.db
    .selectFrom("training_class")
    .selectAll()
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("培训班");
  return row;
}
