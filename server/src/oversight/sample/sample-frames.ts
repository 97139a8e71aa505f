import { createHash } from "node:crypto";
import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";

export const Frame = z.enum(["payments", "claims", "classes", "certificates"]);
export type Frame = z.output<typeof Frame>;
export const FRAMES: Record<Frame, string> = {
  payments: "付款",
  claims: "补贴申请",
  classes: "培训班",
  certificates: "证书",
};

/** Filters of a sampling frame. The dates are those of payment, application, first class day and issue. */
export const FrameFilter = z.strictObject({
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  town: z.string().max(9).optional(),
  benefit: z.string().max(40).optional(),
  organisationId: z.uuid().optional(),
  state: z.string().max(30).optional(),
});
export type FrameFilter = z.output<typeof FrameFilter>;

const IDS: Record<Frame, string> = {
  payments: `select p.id, p.settled_on as on_date, k.town, k.benefit, coalesce(c.organisation_id, k.organisation_id) as organisation_id, p.state
    from payment p join claim k on k.id = p.claim_id left join training_class c on c.id = k.class_id`,
  claims: `select k.id, k.applied_on as on_date, k.town, k.benefit, coalesce(c.organisation_id, k.organisation_id) as organisation_id, k.state
    from claim k left join training_class c on c.id = k.class_id`,
  classes: `select c.id, c.starts_on as on_date, c.town, c.benefit, c.organisation_id, c.state from training_class c`,
  certificates: `select f.id, f.issued_on as on_date, coalesce(c.town, p.town) as town, c.benefit, f.issuer_id as organisation_id, f.source as state
    from certificate f join person p on p.id = f.person_id left join training_class c on c.id = f.class_id`,
};

/** Ids of the frame that are in the region and match the filter, in order. */
export async function frameIds(db: Database, frame: Frame, filter: FrameFilter, region: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select f.id from (${sql.raw(IDS[frame])}) f
    where starts_with(f.town, ${region}) and (${filter.town ?? null}::text is null or f.town = ${filter.town ?? null})
      and (${filter.from ?? null}::date is null or f.on_date >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or f.on_date <= ${filter.to ?? null}::date)
      and (${filter.benefit ?? null}::text is null or f.benefit = ${filter.benefit ?? null})
      and (${filter.organisationId ?? null}::uuid is null or f.organisation_id = ${filter.organisationId ?? null}::uuid)
      and (${filter.state ?? null}::text is null or f.state = ${filter.state ?? null})
    order by f.id`.execute(db);
  return found.rows.map((row) => row.id);
}

/**
 * Draws the first ids in the order of SHA-256 over seed and id. Anyone with the seed and the frame can reproduce it by hand:
 * `printf '%s' "<seed>:<id>" | sha256sum`.
 */
export function draw(ids: readonly string[], seed: string, size: number): string[] {
  return ids
    .map((id) => ({ id, rank: createHash("sha256").update(`${seed}:${id}`).digest("hex") }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

/** Name of a drawn record. */
export const DrawnItem = z.object({ id: Id, number: z.string(), title: z.string(), amountFen: z.number().nullable() });

const ITEMS: Record<Frame, string> = {
  payments: `select p.id, p.number, p.payee_name as title, p.amount_fen as "amountFen" from payment p`,
  claims: `select p.id, p.number, coalesce(h.name, o.name, '') as title, coalesce(p.approved_fen, p.asked_fen) as "amountFen"
    from claim p left join person h on h.id = p.person_id left join organisation o on o.id = p.organisation_id`,
  classes: `select p.id, p.number, p.name as title, null::bigint as "amountFen" from training_class p`,
  certificates: `select p.id, p.serial as number, p.occupation_name as title, null::bigint as "amountFen" from certificate p`,
};

/** Sampled items, in the order of the draw. */
export async function drawnItems(
  db: Database,
  frame: Frame,
  ids: readonly string[],
): Promise<z.output<typeof DrawnItem>[]> {
  const found = await sql<z.output<typeof DrawnItem>>`
    ${sql.raw(ITEMS[frame])} where p.id = any(${[...ids]}::uuid[])`.execute(db);
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
