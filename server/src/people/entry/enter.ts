import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { json } from "../../kernel/database.ts";
import { Id } from "../../kernel/shapes.ts";
import { mustBeRecordable, requireSameFact } from "../fact/record-facts.ts";
import { mustHaveBegun } from "../group/must-have-begun.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { notifyKeepers } from "../keeper/notify-keepers.ts";
import { asksForTwo } from "../keeper/two-officers.ts";
import { type EntryContent, subjectOf, writeEntry } from "./entry-content.ts";

/** Recorded at once, with the id of the fact or group; or waiting for a second officer, with the id of the entry. */
export const Entered = z.strictObject({ id: Id, state: z.enum(["recorded", "submitted"]) });

/** An officer of the office that keeps the register enters something about one person. Where money hangs on it another confirms. */
export async function enter(
  context: Context,
  personId: string,
  content: EntryContent,
): Promise<z.output<typeof Entered>> {
  const subject = subjectOf(content);
  await requireKeeper(context, subject);
  if (content.kind === "fact") {
    mustBeRecordable(content.fact, context.today);
    if (content.replaces !== null)
      await requireSameFact(context, content.replaces, { personId, fact: content.fact, source: content.source });
  }
  if (content.kind === "group") mustHaveBegun(content.validFrom, context.today);
  if (!(await asksForTwo(context.db, subject)))
    return { id: await writeEntry(context, personId, content), state: "recorded" };
  const { id } = await context.db
    .insertInto("person_entry")
    .values({
      person_id: personId,
      subject,
      content: json(content),
      entered_by: context.actor.accountId,
      entered_at: context.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await notifyKeepers(context, subject, context.actor.region, {
    template: "entries-waiting",
    text: "有 {n} 项单个登记已提交，等待本单位另一位工作人员确认。",
  });
  context.audit({ kind: "person-entry", id, detail: { subject } });
  return { id, state: "submitted" };
}
