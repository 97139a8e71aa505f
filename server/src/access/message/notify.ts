import type { MessageTemplate } from "@jinengtong/words";
import type { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { putIntoInboxes } from "../../kernel/outbox.ts";

/** Who is told; the text holds nobody's numbers. */
export interface Told {
  template: MessageTemplate;
  text: string;
  /** Id of the record that the message leads to. */
  subject?: string | null;
}

/** Work that waits for an office: one message a day counts it, so `{n}` in the text stands for the count. */
export interface OfficeNotice {
  template: MessageTemplate;
  text: string;
  /** More than one thing came at once. */
  count?: number;
}

/** Notifies an organisation: everybody with an account of it. With a count, like `notifyOffice`. */
export const notifyOrganisation = (
  context: Context,
  organisationId: string,
  told: Told & { count?: number },
): Promise<void> =>
  putIntoInboxes(context, [{ ...told, organisationId, ...(told.count === undefined ? {} : { counted: told.count }) }]);

/** Notifies one officer of what they did or asked for. */
export const notifyAccount = (context: Context, accountId: string, told: Told): Promise<void> =>
  putIntoInboxes(context, [{ ...told, accountId }]);

/**
 * Notifies the offices that something of a region waits for a role: everybody with that role whose own region holds it, the county's
 * officers as well as the town's.
 */
export async function notifyOffice(
  context: Context,
  role: Role,
  region: string,
  { template, text, count = 1 }: OfficeNotice,
): Promise<void> {
  const offices = await sql<{ region: string }>`
    select distinct region from account where role = ${role} and state = 'active' and ${region} like region || '%' order by region`.execute(
    context.db,
  );
  await putIntoInboxes(
    context,
    offices.rows.map((office) => ({ office: { role, region: office.region }, template, text, counted: count })),
  );
}
