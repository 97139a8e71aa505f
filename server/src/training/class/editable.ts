import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { lockClass } from "./class-plan.ts";
import { classStates, type ClassState } from "../class-states.ts";

export const Saved = z.object({ id: Id, number: z.string(), planVersion: z.number().int() });

/** Refuses an edit of a filing that is submitted or approved. */
export function mustBeEditable(state: ClassState): void {
  if (state === "draft" || state === "returned") return;
  const next = ["approved", "running"].includes(state) ? "如需调整，请提交变更申请。" : "不能再修改。";
  throw conflict("class-not-editable", `培训班当前为“${classStates.states[state].label}”，${next}`, { state });
}

/** Locks the class for an edit and checks that it is editable. */
export async function lockEditable(context: Context, id: string): Promise<Awaited<ReturnType<typeof lockClass>>> {
  const row = await lockClass(context, id);
  mustBeEditable(row.state as ClassState);
  return row;
}
