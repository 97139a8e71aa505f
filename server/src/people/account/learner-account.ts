import type { Context } from "../../kernel/context.ts";
import { createAccount } from "../../access/index.ts";

/** The learner account of a person; made where there is none. Its user name is the number of the record, which tells nothing. */
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
    username: `L${String(person.number).padStart(8, "0")}`,
    name: person.name,
    role: "learner",
    region: person.town,
    personId: person.id,
  });
}
