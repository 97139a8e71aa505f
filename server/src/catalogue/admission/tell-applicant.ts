import { skillLevelLabel, type SkillLevel } from "@jinengtong/standards";
import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";

/** Notifies the organisation of an admission: what happened, and the reason if there is one. */
export async function tellApplicant(
  context: Context,
  id: string,
  template: "admission-decided" | "admission-ordered",
  what: string,
  reason: string,
): Promise<void> {
  const row = await context.db
    .selectFrom("admission")
    .select(["organisation_id", "activity", "occupation_name", "level"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const activity = row.activity === "training" ? "培训" : "评价";
  await notifyOrganisation(context, row.organisation_id, {
    template,
    subject: id,
    text: `“${row.occupation_name}”（${skillLevelLabel(row.level as SkillLevel)}）${activity}准入：${what}${reason === "" ? "。" : `。理由：${reason}`}`,
  });
}
