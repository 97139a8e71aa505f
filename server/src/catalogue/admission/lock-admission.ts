import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";
import type { AdmissionEventKind } from "./sanctions.ts";

/** The admission, locked until the transaction ends. */
export async function lockAdmission(context: Context, id: string) {
  const row = await context.db.selectFrom("admission").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound("准入申请");
  return row;
}

/** Records an event of an admission, on the platform's current day. */
export async function recordEvent(
  context: Context,
  admissionId: string,
  kind: AdmissionEventKind,
  reason: string,
): Promise<void> {
  await context.db
    .insertInto("admission_event")
    .values({
      admission_id: admissionId,
      kind,
      on_date: context.today,
      reason,
      made_by: context.actor.accountId,
      made_at: context.now,
    })
    .execute();
}
