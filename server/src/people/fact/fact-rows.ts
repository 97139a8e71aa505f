import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { FACT_LABELS, FactKind } from "./fact-kinds.ts";

/** A recorded fact, with the fact it corrects and the one that corrects it. */
export const FactRow = z.strictObject({
  id: Id,
  kind: FactKind,
  kindLabel: z.string(),
  value: z.record(z.string(), z.unknown()),
  source: z.string(),
  replaces: Id.nullable(),
  reason: z.string().nullable(),
  replacedBy: Id.nullable(),
  recordedAt: Instant,
});

type Raw = Omit<z.output<typeof FactRow>, "kindLabel" | "recordedAt"> & { recordedAt: Date };

/** All facts of a person, newest first, corrected ones included. */
export async function factsOf(db: Context["db"], personId: string): Promise<z.output<typeof FactRow>[]> {
  const found = await sql<Raw>`
    select f.id, f.kind, f.value, f.source, f.replaces, f.reason, later.id as "replacedBy", f.recorded_at as "recordedAt"
    from person_fact f left join person_fact later on later.replaces = f.id
    where f.person_id = ${personId} and f.kind <> 'withdrawn' order by f.recorded_at desc, f.id desc limit 500`.execute(
    db,
  );
  return found.rows.map((row) => ({
    ...row,
    kindLabel: FACT_LABELS[row.kind],
    recordedAt: row.recordedAt.toISOString(),
  }));
}
