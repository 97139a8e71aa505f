import type { Context } from "../../kernel/context.ts";
import { unacceptable } from "../../kernel/problem.ts";

/** Refuses a file that the signed-in person didn't upload. */
export async function requireOwnEvidence(
  context: Context,
  fileIds: readonly string[],
  pointer = "/evidenceFileId",
): Promise<void> {
  const asked = [...new Set(fileIds)];
  if (asked.length === 0) return;
  const own = await context.db
    .selectFrom("stored_file")
    .select("id")
    .where("id", "in", asked)
    .where("person_id", "=", context.actor.personId)
    .execute();
  if (own.length < asked.length)
    throw unacceptable("evidence-unknown", "没有找到这份证明材料，请重新上传。", [
      { pointer, detail: "请重新上传证明材料" },
    ]);
}
