import type { ProvedBenefit } from "@jinengtong/policy";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { proveApart } from "./apart.ts";
import { beginTask, lockTask, saveProgress } from "./draft-task.ts";
import { filesOfDraft } from "./draft-record.ts";
import { readable } from "./draft-differences.ts";

/** The proof as far as it has come, benefit by benefit. */
export interface ProofResult {
  proved: ProvedBenefit[];
  /** Why it was given up. */
  failure: string | null;
}

/** `POST /api/v1/policy-drafts/:id/proof`: begins the proof of the draft as it is now; the same content isn't proved twice. */
export const proveDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/proof",
  summary: "证明政策草案",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const { id, begun } = await beginTask(context, "policy-proof", params.id, (files) =>
      Promise.resolve(readable(files)?.benefits.size ?? 0),
    );
    if (begun) await context.emit("policy-proof-asked", { taskId: id });
    context.audit({ kind: "policy-draft", id: params.id, detail: { taskId: id } });
    return { id };
  },
});

/** Proves the next benefit of a draft and asks for the one after it: a process that dies loses one benefit's work. */
export const continueProof: Subscription<"policy-proof-asked"> = {
  event: "policy-proof-asked",
  name: "prove-policy-draft",
  title: "证明政策草案",
  async run(context, { taskId }) {
    const task = await lockTask<ProofResult>(context, "policy-proof", taskId);
    if (!task) return;
    const files = await filesOfDraft(context.db, task.input.draftId, task.input.revision);
    const proved = task.result?.proved ?? [];
    const next = [...(readable(files)?.benefits.keys() ?? [])][proved.length];
    if (next !== undefined) {
      const one = await proveApart(files, next, task.input.local ?? {}).catch((error: unknown) =>
        error instanceof Error ? error : null,
      );
      if (one === null || one instanceof Error) {
        const failure = `补贴“${next}”的情形太多，没有走完。请把它拆成条件较少的几项，或减少参数。`;
        await saveProgress(context, taskId, { state: "failed", done: proved.length, result: { proved, failure } });
        return;
      }
      proved.push(one);
    }
    const over = proved.length >= task.total;
    await saveProgress(context, taskId, {
      state: over ? "done" : "running",
      done: proved.length,
      result: { proved, failure: null },
    });
    if (!over) await context.emit("policy-proof-asked", { taskId });
  },
};
