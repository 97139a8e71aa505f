import { certificateKinds, type CivilDate, groups, type Group } from "@jinengtong/standards";
import {
  adjudicate,
  benefitName,
  type Case,
  type Decision,
  groupsRead,
  type Level,
  type Policy,
} from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, CivilDate as CivilDateShape, Fen, Id } from "../../kernel/shapes.ts";
import { type RegisterSubject, suppliersOf } from "../../people/index.ts";
import { classOwner } from "../../training/index.ts";
import { buildCases } from "../case/build-cases.ts";
import { policyOf } from "../programme/policies.ts";
import { missingFact } from "./entitlement-view.ts";

const Row = z.strictObject({
  personId: Id,
  seat: z.number().int().nullable(),
  name: z.string(),
  groupLabel: z.string().nullable().describe("名册填写的人员类别"),
  confirmedGroups: z.array(z.string()).describe("开班时有效、已确认的人群类别"),
  outlook: z.enum(["granted", "missing", "refused"]).describe("学完并取得证书后：可以享受、还缺资料、不符合"),
  amountFen: Fen.nullable(),
  reasons: z.array(z.string()).describe("不符合的原因"),
  missing: z.array(
    z.strictObject({ path: z.string(), label: z.string(), suppliers: z.array(z.string()).describe("由谁提供") }),
  ),
});

/** `GET /api/v1/classes/:id/outlook`: who will get what, what is missing and who supplies it, before the class begins. */
export const classOutlook = operation({
  method: "GET",
  path: "/api/v1/classes/:id/outlook",
  summary: "预看学员能否享受补贴",
  permission: { roles: ["institution", "reviewer", "department"], over: classOwner },
  scope: "classes:read",
  params: ById,
  output: z.object({
    benefit: z.string(),
    asOf: CivilDateShape.describe("按这一天的记录预看：结束之日"),
    granted: z.number().int(),
    missing: z.number().int(),
    refused: z.number().int(),
    learners: z.array(Row),
  }),
  async run(context, { params }) {
    const training = await readClass(context, params.id);
    const policy = policyOf(context.services, training.policy_id);
    const asOf = training.ends_on > context.today ? training.ends_on : context.today;
    const learners = await outlookOf(context, policy, training, asOf);
    const count = (outlook: string): number => learners.filter((row) => row.outlook === outlook).length;
    return {
      benefit: benefitName([policy], training.benefit),
      asOf,
      granted: count("granted"),
      missing: count("missing"),
      refused: count("refused"),
      learners,
    };
  },
});

export interface Training {
  id: string;
  policy_id: string;
  benefit: string;
  town: string;
  occupation: string;
  level: number;
  required_hours: number;
  ends_on: CivilDate;
  state: string;
}

export async function readClass(context: Context, id: string): Promise<Training> {
  const found = await sql<Training>`
    select id, policy_id, benefit, town, occupation, level, required_hours, ends_on, state from training_class where id = ${id}`.execute(
    context.db,
  );
  const [row] = found.rows;
  if (!row) throw notFound("培训班");
  return row;
}

export interface Learner {
  person_id: string;
  seat: number | null;
  name: string;
  group_code: Group | null;
}

async function outlookOf(
  context: Context,
  policy: Policy,
  training: Training,
  asOf: CivilDate,
): Promise<z.output<typeof Row>[]> {
  const claiming = policy.claiming.get(training.benefit);
  const found = await sql<Learner>`
    select e.person_id, e.seat, p.name, e.group_code from enrolment e join person p on p.id = e.person_id
    where e.class_id = ${training.id} and e.state in ('applied', 'enrolled', 'completed') order by e.seat nulls last, p.name`.execute(
    context.db,
  );
  // A class that is claimed for as a whole has no outlook of single persons.
  if (claiming?.per !== "person" || !policy.benefits.has(training.benefit)) return [];
  const cases = await buildCases(
    context.db,
    policy,
    found.rows.map((learner) => ({
      id: "outlook",
      claimId: null,
      benefit: training.benefit,
      appliedOn: asOf,
      stage: null,
      personId: learner.person_id,
      classId: training.id,
      enrolmentId: null,
      certificateId: null,
      town: training.town,
      stated: {},
    })),
  );
  const judged = found.rows.map((learner, at) => judge(policy, training, learner, cases[at] as Case, asOf));
  const suppliers = await suppliersOf(
    context.db,
    judged.flatMap(({ missing }) => missing.map(({ subject }) => subject)),
  );
  return judged.map(({ missing, ...row }) => ({
    ...row,
    missing: missing.map(({ subject, ...fact }) => ({ ...fact, suppliers: suppliers.get(subject) ?? [] })),
  }));
}

interface Lacking {
  path: string;
  label: string;
  subject: RegisterSubject;
}

/** The subsidy that the class would bring to a learner on these facts, with the grounds and all that is still missing. */
export function judge(policy: Policy, training: Training, learner: Learner, facts: Case, asOf: CivilDate) {
  const decision = best(policy, training, facts, asOf);
  const confirmed = facts.person?.groups ?? [];
  const stated = learner.group_code;
  const unconfirmed =
    stated !== null && !confirmed.includes(stated) && groupsRead(policy, training.benefit).has(stated) ? stated : null;
  // A group that only the roster states may be all that is missing.
  const supposed =
    decision.outcome !== "granted" && unconfirmed !== null
      ? best(policy, training, { ...facts, person: { ...facts.person, groups: [...confirmed, unconfirmed] } }, asOf)
      : decision;
  const hopeful = supposed.outcome === "refused" ? decision : supposed;
  const missing: Lacking[] = [
    ...(hopeful !== decision && unconfirmed !== null
      ? [
          {
            path: "/person/groups",
            label: `名册写的是“${groups.label(unconfirmed)}”，还没有确认`,
            subject: `group:${unconfirmed}` as const,
          },
        ]
      : []),
    ...hopeful.missing.flatMap((path): Lacking[] => {
      const subject = subjectOf(path);
      return subject === null ? [] : [{ ...missingFact(policy, path), subject }];
    }),
  ];
  const outlook = hopeful.outcome === "refused" ? "refused" : missing.length > 0 ? "missing" : "granted";
  return {
    personId: learner.person_id,
    seat: learner.seat,
    name: learner.name,
    groupLabel: stated === null ? null : groups.label(stated),
    confirmedGroups: confirmed.map((code) => (groups.has(code) ? groups.label(code) : code)),
    outlook: outlook as "granted" | "missing" | "refused",
    amountFen: hopeful === decision && decision.outcome === "granted" ? (decision.amountFen ?? 0) : null,
    reasons: hopeful.findings.filter(({ met }) => met === false).map(({ because }) => because),
    missing,
  };
}

const RANK = { granted: 2, incomplete: 1, refused: 0 } as const;
const worth = ({ outcome, amountFen }: Decision): number => RANK[outcome] * 1e12 + (amountFen ?? 0);

/** The decision if the learner attends every hour, passes and gets the certificate that is worth most. */
function best(policy: Policy, training: Training, facts: Case, asOf: CivilDate): Decision {
  const decisions = certificateKinds.codes.map((kind) =>
    adjudicate(policy, {
      ...facts,
      training: { ...facts.training, offlineHours: training.required_hours, onlineHours: 0 },
      certificate: {
        kind,
        occupation: training.occupation,
        ...(training.level === 0 ? {} : { level: training.level as Level }),
        issuedOn: asOf,
      },
    }),
  );
  return decisions.reduce((one, other) => (worth(other) > worth(one) ? other : one));
}

/** The register that holds a missing fact; null for what the class itself will bring (hours, certificate) or the county sets. */
function subjectOf(path: string): RegisterSubject | null {
  if (path.startsWith("/employment")) return "fact:employment";
  if (path.startsWith("/insurance")) return "fact:insurance";
  if (path.startsWith("/degree")) return "fact:degree";
  return PERSON[path] ?? null;
}
const PERSON: Readonly<Record<string, RegisterSubject>> = {
  "/person/monthlyPension": "fact:pension",
  "/person/trainingNeed": "fact:training-need",
  "/person/unemploymentBenefit": "fact:unemployment-benefit",
  "/person/inPlaceOf": "fact:in-place-of",
};
