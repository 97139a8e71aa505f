import type { Context } from "../../kernel/context.ts";
import { createAccount } from "../../access/index.ts";

/** The user name of a learner: the number of the record, which tells nothing about the person. */
export const learnerUsername = (personNumber: number): string => `L${String(personNumber).padStart(8, "0")}`;

/** The learner account of a person; made where there is none. */
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
