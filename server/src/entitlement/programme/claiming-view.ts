import { type Claiming, factsRead, monthsOf, type Policy } from "@jinengtong/policy";
import { z } from "zod";
import { STATED_FACTS } from "./stated.ts";

export const WayOnShape = z.strictObject({
  /** The person claims it themselves. */
  own: z.boolean().describe("由本人申请"),
  kind: z.enum(["classes", "entitlements", "enterprise", "policy"]).describe("下一步去哪里"),
  how: z.string(),
  action: z.string(),
  benefit: z.string().nullable().describe("找按哪项补贴开的班"),
});

/** How a benefit is claimed, as pages show it: the package's declaration and the facts that its rules ask of the claimant. */
export const ClaimingShape = z.strictObject({
  short: z.string(),
  by: z.array(z.enum(["person", "enterprise", "institution"])).describe("申请主体；备好的申请由第一个确认"),
  per: z.enum(["person", "class"]),
  stages: z.array(z.enum(["advance", "settlement"])),
  evidence: z.enum(["certificate", "degree", "employment", "class"]),
  prepared: z.enum(["certificate", "beside", "record"]).nullable(),
  papers: z.array(
    z.strictObject({
      kind: z.string(),
      label: z.string(),
      hint: z.string(),
      expected: z.boolean(),
      stage: z.enum(["advance", "settlement"]).nullable(),
    }),
  ),
  class: z
    .strictObject({
      label: z.string(),
      enterprise: z.enum(["none", "optional", "required"]),
      project: z.boolean(),
      course: z.boolean().describe("须选择课程"),
      smallest: z.number().int().nullable(),
      searched: z.boolean(),
    })
    .nullable()
    .describe("按这项补贴开的班；null 表示不按它开班"),
  asks: z.array(z.enum(Object.keys(STATED_FACTS) as [keyof typeof STATED_FACTS])).describe("须由申请人申报的事项"),
  months: z.number().int().nullable().describe("每人最多的月数；null 表示不按月"),
  wayOn: WayOnShape,
});

/** Null for a benefit without such a declaration. */
export function viewClaiming(policy: Policy, benefit: string): z.output<typeof ClaimingShape> | null {
  const claiming = policy.claiming.get(benefit);
  if (!claiming) return null;
  const reads = factsRead(policy, benefit);
  const { class: terms } = claiming;
  return {
    short: claiming.short,
    by: claiming.by,
    per: claiming.per,
    stages: claiming.stages,
    evidence: claiming.evidence,
    prepared: claiming.prepared?.kind ?? null,
    papers: claiming.papers.map(({ stage, ...paper }) => ({ ...paper, stage: stage ?? null })),
    class: terms
      ? {
          label: terms.label,
          enterprise: terms.enterprise,
          project: terms.project,
          course: reads.has("/training/course"),
          smallest: terms.smallest ?? null,
          searched: terms.searched,
        }
      : null,
    asks: (Object.keys(STATED_FACTS) as (keyof typeof STATED_FACTS)[]).filter((name) => reads.has(STATED_FACTS[name])),
    months: monthsOf(policy).get(benefit) ?? null,
    wayOn: wayOnOf(claiming),
  };
}

/** Next page for a person about a benefit. */
export const wayOnOf = ({ by, wayOn }: Claiming): z.output<typeof WayOnShape> => ({
  own: by.includes("person"),
  kind: wayOn.kind,
  how: wayOn.how,
  action: wayOn.action,
  benefit: wayOn.kind === "classes" ? wayOn.benefit : null,
});
