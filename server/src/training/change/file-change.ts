import type { Context } from "../../kernel/context.ts";
import { json } from "../../kernel/database.ts";
import { tellReviewers } from "../class/tell-class.ts";
import type { ChangeContent } from "./class-change-content.ts";

interface FiledChange {
  classId: string;
  /** Where the reviewers are told that it waits. */
  town: string;
  content: ChangeContent;
  reason: string;
  state: "submitted" | "applied";
}

/** Keeps a change of a class, applied or waiting; reviewers are told of one that waits. Returns its id. */
export async function fileChange(
  context: Context,
  { classId, town, content, reason, state }: FiledChange,
): Promise<string> {
  const row = await context.db
    .insertInto("class_change")
    .values({
      class_id: classId,
      kind: content.kind,
      content: json(content),
      reason,
      state,
      submitted_by: context.actor.accountId,
      submitted_at: context.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (state === "submitted") await tellReviewers(context, town, "changes-waiting");
  return row.id;
}
