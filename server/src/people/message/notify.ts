import { county } from "@jinengtong/county";
import type { MessageTemplate } from "@jinengtong/words";
import type { Context } from "../../kernel/context.ts";
import { consentingTo } from "../consent/consents.ts";
import { putIntoInboxes, queueTexts } from "../../kernel/outbox.ts";

/** A message to a person. The text says what happened and what to do, and holds nobody's numbers. */
export interface Notice {
  personId: string;
  /** Template of the message; it decides the page it leads to. */
  template: MessageTemplate;
  text: string;
  /** Id of the record that it leads to. */
  subject?: string;
}

/** Notifies a person: in the inbox, and by text message if the phone is known and they agreed to texts. */
export const notify = (context: Context, personId: string, template: MessageTemplate, text: string): Promise<void> =>
  notifyAll(context, [{ personId, template, text }]);

/** Like `notify`, for many persons in a few statements. */
export async function notifyAll(context: Context, notices: readonly Notice[]): Promise<void> {
  for (let start = 0; start < notices.length; start += 1_000)
    await notifyBatch(context, notices.slice(start, start + 1_000));
}

async function notifyBatch(context: Context, notices: readonly Notice[]): Promise<void> {
  await putIntoInboxes(context, notices);
  const phones = await context.db
    .selectFrom("person")
    .select(["id", "phone_sealed"])
    .where("id", "in", [...new Set(notices.map((notice) => notice.personId))])
    .where("phone_sealed", "is not", null)
    .execute();
  const texted = await consentingTo(
    context.db,
    phones.map(({ id }) => id),
    "messages",
  );
  const phoneOf = new Map(
    phones.map(({ id, phone_sealed }) => [
      id,
      phone_sealed &&
        texted.has(id) &&
        context.services.sealer.openText(phone_sealed, { table: "person", column: "phone", row: id }),
    ]),
  );
  await queueTexts(
    context,
    notices.flatMap(({ personId, template, text }) => {
      const phone = phoneOf.get(personId);
      return phone ? [{ phone, personId, template, text: `【${county().product.name}】${text}` }] : [];
    }),
  );
}
