import { z } from "zod";
import { notifyAccount, notifyOffice } from "../../access/index.ts";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden } from "../../kernel/problem.ts";
import { ById, Done, Fen, Id, Instant, pageOf, Text } from "../../kernel/shapes.ts";
import { byId, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { askedNow } from "../../kernel/two-officers.ts";
import { MOVEMENTS, type Movement } from "./chart.ts";
import { book } from "./ledger.ts";

/** Movements from outside that may be typed wrongly, each with the one that undoes it. */
const UNDOES = {
  "quota-issued": "quota-withdrawn",
  "quota-withdrawn": "quota-issued",
  funded: "funded-undone",
  interest: "interest-undone",
} as const satisfies Partial<Record<Movement, Movement>>;

/** Registered from outside, and not itself a correction. */
export const isCorrectable = ({ kind, key }: { kind: string; key: string }): boolean =>
  kind in UNDOES && !key.startsWith("undo:");

const owner =
  (table: "ledger_entry" | "ledger_correction") =>
  async (context: Context, { params }: { params: { id: string } }): Promise<Owner | null> => {
    const { rows } = await sql<{ region: string }>`
      select s.region from fund_source s join ledger_entry e on e.source_id = s.id
      ${table === "ledger_entry" ? sql`where e.id = ${params.id}` : sql`join ledger_correction k on k.entry_id = e.id where k.id = ${params.id}`}`.execute(
      context.db,
    );
    return rows[0] ?? null;
  };

/** Asks to undo quota or money that was booked wrongly (amount, kind, source, day); another officer decides. */
export const askCorrection = operation({
  method: "POST",
  path: "/api/v1/fund/entries/:id/correction",
  summary: "提出更正登记错误的额度或资金",
  permission: { roles: ["finance"], over: owner("ledger_entry") },
  params: ById,
  body: z.strictObject({ reason: Text(200, 4) }),
  output: Done,
  async run(context, { params, body }) {
    const entry = await context.db
      .selectFrom("ledger_entry")
      .select(["kind", "key"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (!isCorrectable(entry))
      throw conflict(
        "entry-not-correctable",
        "只有登记的额度、拨入和利息可以这样更正；付款和追回请在批次、回单或追回中办理。",
      );
    const asked = await context.db
      .insertInto("ledger_correction")
      .values({
        entry_id: params.id,
        reason: body.reason,
        ...askedNow(context),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "finance", context.actor.region, {
      template: "entry-corrections-waiting",
      text: "有 {n} 项账目更正已提出，等待另一位财政人员决定。",
    });
    context.audit({ kind: "ledger-entry", id: params.id, detail: { correction: asked.id } });
    return asked;
  },
});

/**
 * Decides a correction: by another officer than who asked for it, and not by who booked the entry. Agreed, the opposite entry is booked
 * today, so that closed months stay as they were published; the voucher may then be registered again as it should be.
 */
export const decideCorrection = operation({
  method: "POST",
  path: "/api/v1/fund/corrections/:id/decision",
  summary: "同意或不同意更正",
  permission: { roles: ["finance"], over: owner("ledger_correction") },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const asked = await context.db
      .selectFrom("ledger_correction as k")
      .innerJoin("ledger_entry as e", "e.id", "k.entry_id")
      .select([
        "k.id",
        "k.reason",
        "k.asked_by",
        "k.decided_by",
        "e.id as entryId",
        "e.source_id",
        "e.kind",
        "e.note",
        "e.made_by",
      ])
      .where("k.id", "=", params.id)
      .forUpdate("k")
      .executeTakeFirstOrThrow();
    if (asked.decided_by !== null) throw conflict("correction-decided", "这项更正已由他人决定。请刷新页面查看结果。");
    const { accountId } = context.actor;
    if (asked.asked_by === accountId) throw forbidden("更正由您提出，须由另一位财政人员决定。", "corrector-is-asker");
    if (body.agreed && asked.made_by === accountId)
      throw forbidden("这一笔由您登记，更正须由另一位财政人员决定。", "corrector-is-maker");
    await context.db
      .updateTable("ledger_correction")
      .set({ decided_by: accountId, decided_at: context.now, agreed: body.agreed })
      .where("id", "=", params.id)
      .execute();
    if (body.agreed)
      await book(context, [
        {
          movement: UNDOES[asked.kind as keyof typeof UNDOES],
          sourceId: asked.source_id,
          amountFen: await amountOf(context, asked.entryId),
          postedOn: context.today,
          key: `undo:${asked.entryId}`,
          note: `更正：冲回“${asked.note}”，${asked.reason}`,
        },
      ]);
    await notifyAccount(context, asked.asked_by, {
      template: "entry-correction-decided",
      text: `您提出的更正“${asked.note}”${body.agreed ? "已同意，今天记了相反的一笔" : "没有同意，原来的一笔不变"}。`,
    });
    context.audit({ kind: "ledger-entry", id: asked.entryId, detail: { correction: params.id, agreed: body.agreed } });
    return { id: params.id };
  },
});

async function amountOf(context: Context, entryId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    select sum(amount_fen)::bigint as fen from ledger_posting where entry_id = ${entryId} and amount_fen > 0`.execute(
    context.db,
  );
  return rows[0]?.fen ?? 0;
}

const Correction = z.object({
  id: Id,
  entryId: Id,
  sourceName: z.string(),
  movement: z.string(),
  on: z.string(),
  note: z.string(),
  amountFen: Fen,
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  agreed: z.boolean().nullable().describe("空：待决定"),
  mayDecide: z.boolean().describe("不是您提出，也不是您登记的，可以由您决定"),
});

const ORDER = sortable({
  columns: { askedAt: byTime("k.asked_at"), amountFen: byNumber("t.fen") },
  unique: byId("k.id"),
  usual: "-askedAt",
});

/** Corrections of quota and money, newest first. */
export const listCorrections = operation({
  method: "GET",
  path: "/api/v1/fund/corrections",
  summary: "更正登记",
  permission: { roles: ["finance", "auditor"] },
  query: ORDER.query.extend({ open: z.enum(["true"]).optional().describe("只列待决定的"), sourceId: Id.optional() }),
  output: pageOf(Correction),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const cut = await page.read(
      context.db,
      sql<Placed<Omit<z.output<typeof Correction>, "movement" | "askedAt"> & { kind: Movement; askedAt: Date }>>`
      select k.id, e.id as "entryId", s.name as "sourceName", e.kind, e.posted_on as on, e.note, t.fen as "amountFen", k.reason,
        a.name as "askedBy", k.asked_at as "askedAt", k.agreed,
        (k.decided_by is null and ${context.actor.role} = 'finance' and k.asked_by <> ${context.actor.accountId}
          and e.made_by is distinct from ${context.actor.accountId}::uuid) as "mayDecide", ${page.place}
      from ledger_correction k join ledger_entry e on e.id = k.entry_id join fund_source s on s.id = e.source_id
      join account a on a.id = k.asked_by
      cross join lateral (select sum(amount_fen)::bigint as fen from ledger_posting where entry_id = e.id and amount_fen > 0) t
      where starts_with(s.region, ${context.actor.region}) and (${query.open ?? null}::text is null or k.decided_by is null)
        and (${query.sourceId ?? null}::uuid is null or s.id = ${query.sourceId ?? null}::uuid) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((placed) => {
        const { kind, askedAt, ...row } = placed;
        return { ...row, movement: MOVEMENTS[kind].name, askedAt: askedAt.toISOString() };
      }),
    };
  },
});

export const exportCorrections = exportOf(listCorrections, {
  title: "更正登记",
  columns: [
    { header: "资金来源", width: 34, value: (row) => row.sourceName },
    { header: "业务", width: 14, value: (row) => row.movement },
    { header: "原入账日期", width: 12, value: (row) => row.on },
    { header: "金额（元）", width: 16, kind: "yuan", value: (row) => row.amountFen },
    { header: "摘要", width: 40, value: (row) => row.note },
    { header: "更正理由", width: 36, value: (row) => row.reason },
    { header: "提出人", width: 12, value: (row) => row.askedBy },
    { header: "结果", width: 10, value: (row) => (row.agreed === null ? "待决定" : row.agreed ? "已更正" : "不同意") },
  ],
});
