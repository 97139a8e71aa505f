import { RELATIONS } from "@jinengtong/policy";
import { groups } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";

import { inPlaceOf } from "../../training/index.ts";

/** In whose place a learner trained, with the principal's groups that count for it. */
export const InPlace = z.strictObject({
  principalName: z.string(),
  relationLabel: z.string(),
  groups: z.array(z.string()),
});

/** The relative in whose place the enrolled learner trains; null where they train for themselves. */
export async function inPlaceShown(
  { db }: Pick<Context, "db">,
  enrolmentId: string | null,
): Promise<z.output<typeof InPlace> | null> {
  const found = enrolmentId === null ? undefined : (await inPlaceOf(db, [enrolmentId])).get(enrolmentId);
  if (!found) return null;
  return {
    principalName: found.principalName,
    relationLabel: RELATIONS[found.relation],
    groups: found.groups.map((code) => groups.label(code)),
  };
}
