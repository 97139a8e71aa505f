import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";
import "../tables.ts";

/** Opens identity numbers by person, for a bank file or a recorded unmasking only: nothing else shows them in full. */
export async function openCitizenIds(context: Context, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await context.db
    .selectFrom("person")
    .select(["id", "citizen_id_sealed"])
    .where("id", "in", [...personIds])
    .execute();
  return new Map(
    rows.map(({ id, citizen_id_sealed }) => [
      id,
      context.services.sealer.openText(citizen_id_sealed, { table: "person", column: "citizen_id", row: id }),
    ]),
  );
}

/** Opens one identity number, for the same uses. */
export async function openCitizenId(context: Context, personId: string): Promise<string> {
  const number = (await openCitizenIds(context, [personId])).get(personId);
  if (number === undefined) throw notFound("这位人员");
  return number;
}

/** Full phone of a person, for the same uses; null if unknown. */
export async function openPhone(context: Context, personId: string): Promise<string | null> {
  const row = await context.db
    .selectFrom("person")
    .select("phone_sealed")
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!row) throw notFound("这位人员");
  return row.phone_sealed === null
    ? null
    : context.services.sealer.openText(row.phone_sealed, { table: "person", column: "phone", row: personId });
}
