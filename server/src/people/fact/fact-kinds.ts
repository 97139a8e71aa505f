import { groups, parseUscc } from "@jinengtong/standards";
import { z } from "zod";
import { CivilDate } from "../../kernel/shapes.ts";

/** Facts from other offices about a person. A value has a start; with an end, it no longer holds after it. */
const Months = z.number().int().min(0).max(720);
const since = { from: CivilDate, to: CivilDate.nullable().default(null) };
const Uscc = z
  .string()
  .max(60)
  .transform((text, check) => {
    const parsed = parseUscc(text);
    if (parsed.ok) return parsed.value.code;
    check.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });

export const FactValues = {
  employment: z.strictObject({
    ...since,
    employed: z.boolean(),
    employer: Uscc.nullable().default(null),
    /** Employed by a local enterprise and insured here. */
    local: z.boolean().nullable().default(null),
    hiredOn: CivilDate.nullable().default(null),
    contractMonths: Months.nullable().default(null),
  }),
  /** Paid months in total, as the insurance office counted them on a day. */
  insurance: z.strictObject({
    asOf: CivilDate,
    unemploymentMonths: Months.nullable().default(null),
    pensionMonths: Months.nullable().default(null),
    pensionPaidNow: z.boolean().nullable().default(null),
  }),
  pension: z.strictObject({ ...since, monthlyPension: z.boolean() }),
  /** All benefit periods known to the office on a day; an empty list is an answer too. */
  "unemployment-benefit": z.strictObject({
    asOf: CivilDate,
    periods: z.array(z.strictObject({ from: CivilDate, to: CivilDate })).max(100),
  }),
  degree: z.strictObject({
    level: z.enum(["secondary", "college", "bachelor", "master", "doctor"]),
    obtainedOn: CivilDate,
    prior: z
      .enum(["none", "secondary", "college", "bachelor", "master", "doctor"])
      .nullable()
      .default(null)
      .describe("取得前的最高学历；none 为没有，空为不清楚"),
  }),
  "training-need": z.strictObject({ ...since, trainingNeed: z.boolean() }),
  /** The person trains in place of a relative who can't (十三). */
  "in-place-of": z.strictObject({
    ...since,
    relation: z.enum(["spouse", "parent", "child"]).describe("受训人是对方的什么人"),
    groups: z.array(z.enum(groups.codes)).max(15),
  }),
  /** A provincial subsidy for a shortage occupation (省高技能人才紧缺型职业培训补贴), from the province's list. */
  "provincial-subsidy": z.strictObject({
    grantedOn: CivilDate,
    occupation: z.string().trim().min(2).max(30).describe("职业（工种）编码"),
    level: z.number().int().min(0).max(5),
  }),
} as const;

export type FactKind = keyof typeof FactValues;
export type FactValue<K extends FactKind> = z.output<(typeof FactValues)[K]>;

export const FACT_LABELS: Record<FactKind, string> = {
  employment: "就业",
  insurance: "社会保险",
  pension: "按月领取养老金",
  "unemployment-benefit": "领取失业保险金",
  degree: "学历",
  "training-need": "培训需求",
  "in-place-of": "代为培训",
  "provincial-subsidy": "省级紧缺工种补贴",
};
export const FactKind = z.enum(Object.keys(FACT_LABELS) as [FactKind, ...FactKind[]]);

const of = <K extends FactKind>(kind: K) => z.strictObject({ kind: z.literal(kind), value: FactValues[kind] });

/** One fact: kind and value. */
export const Fact = z.discriminatedUnion("kind", [
  of("employment"),
  of("insurance"),
  of("pension"),
  of("unemployment-benefit"),
  of("degree"),
  of("training-need"),
  of("in-place-of"),
  of("provincial-subsidy"),
]);
export type Fact = z.output<typeof Fact>;

/** Fault in the dates of a fact; null if there is none. */
export function datesOf(fact: Fact): string | null {
  const { value } = fact;
  const periods = "periods" in value ? value.periods : "from" in value ? [value] : [];
  return periods.some(({ from, to }) => to !== null && to < from) ? "截止日期不能早于开始日期。" : null;
}
