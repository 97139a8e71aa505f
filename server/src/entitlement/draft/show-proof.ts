import { benefitName } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { shownValues } from "./shown-values.ts";
import { readable } from "./draft-differences.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";
import { newestTask, provedContentOf, showTask, TaskShape } from "./draft-task.ts";
import type { ProofResult } from "./prove-draft.ts";

export const ProofShape = TaskShape.extend({
  proved: z.boolean().describe("全部走完，没有一处不成立"),
  tried: z.number().int().describe("走过的情形"),
  failure: z.string().nullable(),
  local: z
    .array(z.strictObject({ name: z.string(), label: z.string(), value: z.string() }))
    .describe("证明所用的本地参数"),
  benefits: z.array(
    z.strictObject({
      benefit: z.string(),
      title: z.string(),
      tried: z.number().int(),
      ceiling: z.string().nullable().describe("写明的上限，金额在任何情形下都不超过"),
    }),
  ),
  faults: z.array(
    z.strictObject({
      benefit: z.string(),
      title: z.string(),
      test: z.string().nullable(),
      message: z.string(),
      state: z.unknown().describe("一个说明问题的案例"),
    }),
  ),
});

/** `GET /api/v1/policy-drafts/:id/proof`: the newest proof of a draft, also while it is being made; null where none was asked for. */
export const showProof = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/proof",
  summary: "政策草案的证明",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  output: z.strictObject({ proof: ProofShape.nullable() }),
  async run(context, { params }) {
    await readDraft(context.db, params.id);
    const task = await newestTask<ProofResult>(context, "policy-proof", params.id);
    if (!task) return { proof: null };
    const policy = readable(await filesOfDraft(context.db, params.id, task.input.revision));
    const now = await provedContentOf(context, await filesOfDraft(context.db, params.id));
    const proved = task.result?.proved ?? [];
    const faults = proved.flatMap((one) => one.faults);
    const titleOf = (benefit: string): string => (policy === null ? benefit : benefitName([policy], benefit));
    return {
      proof: {
        ...showTask(task, now),
        local: policy === null ? [] : shownValues(policy, task.input.local),
        proved: task.state === "done" && faults.length === 0,
        tried: proved.reduce((sum, { proof }) => sum + proof.tried, 0),
        failure: task.result?.failure ?? null,
        benefits: proved.map(({ proof: { benefit, tried, ceiling } }) => ({
          benefit,
          title: titleOf(benefit),
          tried,
          ceiling,
        })),
        faults: faults.map((fault) => ({ ...fault, title: titleOf(fault.benefit) })),
      },
    };
  },
});
