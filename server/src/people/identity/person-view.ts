import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import "../tables.ts";

/** A person on a staff page: name shown, the rest masked. */
export const MaskedPerson = z.strictObject({
  id: Id,
  number: z.number().int().describe("档案序号"),
  name: z.string(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  birthDate: CivilDate,
  sex: z.enum(["M", "F"]),
  town: z.string(),
});
export type MaskedPerson = z.output<typeof MaskedPerson>;

/** Its columns, for `select`. */
export const maskedColumns = [
  "person.id",
  "person.number",
  "person.name",
  "person.citizen_id_masked as citizenIdMasked",
  "person.phone_masked as phoneMasked",
  "person.birth_date as birthDate",
  "person.sex",
  "person.town",
] as const;

/** One person, masked; null if there is none. */
export async function maskedPerson(db: Context["db"], personId: string): Promise<MaskedPerson | null> {
  const row = await db.selectFrom("person").select(maskedColumns).where("id", "=", personId).executeTakeFirst();
  return row ?? null;
}

/** Owner of a person's record, for `over`: the person and the officers of the town. */
export async function personOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  return ownerOfPerson(context, input.params.id);
}

export async function ownerOfPerson(context: Context, personId: string): Promise<Owner | null> {
  const row = await context.db.selectFrom("person").select("town").where("id", "=", personId).executeTakeFirst();
  return row ? { personId, region: row.town } : null;
}
