import { regionName } from "@jinengtong/county";
import { benefitName } from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Fen } from "../../kernel/shapes.ts";
import type { ImpactResult } from "./assess-impact.ts";
import { readable } from "./draft-differences.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";
import { contentOf, newestTask, showTask, TaskShape } from "./draft-task.ts";

const counts = {
  changed: z.number().int().describe("结论或金额有变的申请"),
  gained: z.number().int().describe("原不能享受，改为可享受"),
  lost: z.number().int().describe("原可享受，改为不能享受"),
  incomplete: z.number().int().describe("原有结论，改为资料不全：按草案还缺资料，既不算享受也不算不享受"),
  more: z.number().int().describe("仍可享受，金额增加"),
  less: z.number().int().describe("仍可享受，金额减少"),
  differenceFen: z.number().int().describe("金额合计的变化（分），减少为负"),
};

const Group = z.strictObject({ key: z.string(), label: z.string(), ...counts });
const Looked = { cases: z.number().int(), beforeFen: Fen, afterFen: Fen };

export const ImpactShape = TaskShape.extend({
  total: z.number().int(),
  sum: z.strictObject({ ...counts, ...Looked }),
  benefits: z.array(Group.extend(Looked)),
  towns: z.array(Group),
  months: z.array(Group),
});

type Counts = Omit<z.output<typeof Group>, "label">;

const NOTHING: Omit<Counts, "key"> = {
  changed: 0,
  gained: 0,
  lost: 0,
  incomplete: 0,
  more: 0,
  less: 0,
  differenceFen: 0,
};

/** Counts the changed claims of an assessment by something. */
async function countedBy(
  context: Pick<Context, "db">,
  taskId: string,
  by: "benefit" | "town" | "month",
): Promise<Counts[]> {
  const key = { benefit: sql`benefit`, town: sql`town`, month: sql`to_char(applied_on, 'YYYY-MM')` }[by];
  const granted = sql`before_outcome = 'granted' and after_outcome = 'granted'`;
  const found = await sql<Counts>`
    select ${key} as key, count(*)::int as changed,
      count(*) filter (where before_outcome <> 'granted' and after_outcome = 'granted')::int as gained,
      count(*) filter (where before_outcome = 'granted' and after_outcome = 'refused')::int as lost,
      count(*) filter (where before_outcome <> 'incomplete' and after_outcome = 'incomplete')::int as incomplete,
      count(*) filter (where ${granted} and after_fen > before_fen)::int as more,
      count(*) filter (where ${granted} and after_fen < before_fen)::int as less,
      sum(after_fen - before_fen)::bigint as "differenceFen"
    from policy_impact where task_id = ${taskId} group by 1 order by 1`.execute(context.db);
  return found.rows;
}

/** `GET /api/v1/policy-drafts/:id/impact`: the newest assessment of a draft, also while it is being made; null where none was asked for. */
export const showImpact = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/impact",
  summary: "政策草案对已有申请的影响",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  output: z.strictObject({ impact: ImpactShape.nullable() }),
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const task = await newestTask<ImpactResult>(context, "policy-impact", params.id);
    if (!task) return { impact: null };
    const policy = readable(await filesOfDraft(context.db, params.id, task.input.revision));
    const base = context.services.policies.ofDigest(draft.base_digest ?? "");
    const known = [policy, base].filter((one) => one !== undefined && one !== null);
    const byBenefit = new Map((await countedBy(context, task.id, "benefit")).map((one) => [one.key, one]));
    const benefits = Object.entries(task.result?.benefits ?? {}).map(([key, looked]) => ({
      ...NOTHING,
      ...byBenefit.get(key),
      ...looked,
      key,
      label: benefitName(known, key),
    }));
    const labelled = async (by: "town" | "month", label: (key: string) => string) =>
      (await countedBy(context, task.id, by)).map((one) => ({ ...one, label: label(one.key) }));
    return {
      impact: {
        ...showTask(task, await contentOf(context, params.id)),
        sum: sumOf(benefits),
        benefits,
        towns: await labelled("town", regionName),
        months: await labelled("month", (month) => month),
      },
    };
  },
});

type Sum = z.output<typeof ImpactShape>["sum"];

function sumOf(benefits: readonly Sum[]): Sum {
  const sum: Sum = { ...NOTHING, cases: 0, beforeFen: 0, afterFen: 0 };
  for (const one of benefits) for (const key of Object.keys(sum) as (keyof Sum)[]) sum[key] += one[key];
  return sum;
}
