import type { Context } from "../../kernel/context.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { PaperKind } from "./paper-kinds.ts";

/** Refuses papers that the actor didn't upload. */
export async function requireOwnPapers(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { organisationId, personId } = context.actor;
  let own = context.db
    .selectFrom("stored_file")
    .select("id")
    .where("id", "in", [...ids]);
  own =
    organisationId === null
      ? own.where("person_id", "=", personId).where("purpose", "=", "group-evidence")
      : own.where("organisation_id", "=", organisationId).where("purpose", "in", [...PaperKind.options]);
  if ((await own.execute()).length !== new Set(ids).size)
    throw unacceptable("evidence-unknown", "有佐证材料未找到或不属于本单位，请重新上传。", [
      { pointer: "/evidenceFileIds", detail: "材料不存在" },
    ]);
}
