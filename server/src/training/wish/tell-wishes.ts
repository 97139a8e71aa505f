import { regionName } from "@jinengtong/county";
import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notifyAll } from "../../people/index.ts";

/** Tells everybody who waits for such a class that it opens, once: with that their wish is over. A class without open enrolment tells nobody. */
export async function tellWishes(context: Context, classId: string): Promise<void> {
  const training = await context.db
    .selectFrom("training_class")
    .select(["name", "occupation", "occupation_name", "level", "town", "starts_on", "open_enrolment"])
    .where("id", "=", classId)
    .executeTakeFirstOrThrow();
  if (!training.open_enrolment) return;
  const found = await sql<{ person_id: string }>`
    update class_wish w set ended_at = ${context.now}, told_class_id = ${classId}
    where w.ended_at is null and w.occupation = ${training.occupation} and w.level = ${training.level}
      and (w.towns = '{}' or ${training.town} = any(w.towns)) returning w.person_id`.execute(context.db);
  const wanted = `${training.occupation_name}${isSkillLevel(training.level) ? `（${skillLevelLabel(training.level)}）` : ""}`;
  await notifyAll(
    context,
    found.rows.map(({ person_id }) => ({
      personId: person_id,
      template: "class-opened",
      subject: classId,
      text: `您等的${wanted}有班了：“${training.name}”，${training.starts_on} 在${regionName(training.town)}开课。名额先到先得，去看看要不要报名。`,
    })),
  );
}
