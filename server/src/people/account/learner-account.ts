import type { Context } from "../../kernel/context.ts";
import { createAccount } from "../../access/index.ts";

/** User name of a learner: the record's number, which reveals nothing about the person. */
export const learnerUsername = (personNumber: number): string => `L${String(personNumber).padStart(8, "0")}`;

/** The person's learner account; created if missing. */
export async function learnerAccount(
  context: Context,
  person: { id: string; number: number; name: string; town: string },
): Promise<string> {
  const found = await context.db
    .selectFrom("account")
    .select("id")
    .where("person_id", "=", person.id)
    .executeTakeFirst();
  if (found) return found.id;
  return createAccount(context.db, {
    username: learnerUsername(person.number),
    name: person.name,
    role: "learner",
    region: person.town,
    personId: person.id,
  });
}
