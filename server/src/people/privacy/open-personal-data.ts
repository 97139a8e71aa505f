import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";
import "../tables.ts";

/** Opens identity numbers by person, for a bank file or a recorded unmasking only: nothing else shows one in full. */
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

/** One identity number, likewise. */
export async function openCitizenId(context: Context, personId: string): Promise<string> {
  const number = (await openCitizenIds(context, [personId])).get(personId);
  if (number === undefined) throw notFound("这位人员");
  return number;
}

/** The full phone of a person, likewise; null where none is known. */
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
