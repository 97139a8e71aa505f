import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";

export const ReviewBatch = z.strictObject({
  id: Id,
  round: z.union([z.literal(1), z.literal(2)]),
  seed: z.string().describe("随机种子；用它、申请编号和金额可以重新抽出同一样本"),
  claims: z.number().int(),
  sample: z.array(
    z.strictObject({ claimId: Id, number: z.string(), opened: z.boolean(), note: z.string().nullable() }),
  ),
  drawnAt: Instant,
  passedAt: Instant.nullable(),
});

export async function readBatch(context: Context, id: string): Promise<z.output<typeof ReviewBatch>> {
  const batch = await context.db.selectFrom("review_batch").selectAll().where("id", "=", id).executeTakeFirst();
  if (!batch) throw notFound("审核批次");
  const sample = await sql<{ claimId: string; number: string; opened: boolean; note: string | null }>`
    select c.id as "claimId", c.number, o.claim_id is not null as opened, o.note
    from claim c left join review_opening o on o.batch_id = ${id} and o.claim_id = c.id
    where c.id = any(${batch.sample}::uuid[]) order by c.number`.execute(context.db);
  return {
    id: batch.id,
    round: batch.round === 1 ? 1 : 2,
    seed: batch.seed,
    claims: batch.claim_ids.length,
    sample: sample.rows,
    drawnAt: batch.drawn_at.toISOString(),
    passedAt: batch.passed_at?.toISOString() ?? null,
  };
}

export async function batchOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("review_batch")
    .select("region")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ? { region: row.region } : null;
}
