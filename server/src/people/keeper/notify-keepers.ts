import { notifyOffice, notifyOrganisation, type OfficeNotice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { keepersOf } from "./keepers.ts";
import type { Subject } from "./subjects.ts";

/** Notifies the offices that keep a register of what waits for them: the bureau's officers of that region, or the department. */
export async function notifyKeepers(
  context: Context,
  subject: Subject,
  region: string,
  notice: OfficeNotice,
): Promise<void> {
  for (const { id } of (await keepersOf(context.db, [subject])).get(subject) ?? [])
    await (id === null
      ? notifyOffice(context, "reviewer", region, notice)
      : notifyOrganisation(context, id, { ...notice, count: notice.count ?? 1 }));
}
