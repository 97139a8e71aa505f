import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";

export const RELATIONS = {
  spouse: "配偶",
  child: "子女",
  parent: "父母",
  sibling: "兄弟姐妹",
  other: "其他亲属",
} as const;
export const Relation = z.enum(Object.keys(RELATIONS) as [keyof typeof RELATIONS, ...(keyof typeof RELATIONS)[]]);

/** Either of the two: whoever named, or whoever was named. */
export async function eitherOf(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("person_helper")
    .select(["person_id", "helper_id"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const own = context.maybeActor?.personId;
  return { personId: own === row.helper_id ? row.helper_id : row.person_id };
}
