import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById, Done, Id, Instant, Line, pageOf, Text } from "../../kernel/shapes.ts";
import { byId, byName, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { schemeStates } from "./master-states.ts";

/** Owner of a scheme: its enterprise; officers by its town. */
export async function schemeOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("master_scheme as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .select(["m.organisation_id", "o.town"])
    .where("m.id", "=", params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.organisation_id, region: row.town } : null;
}

/** An enterprise files its scheme: places of both grades, conditions, pay. */
export const fileScheme = operation({
  method: "POST",
  path: "/api/v1/master-schemes",
  summary: "备案特级、首席技师评聘方案",
  permission: { roles: ["enterprise"] },
  body: z.strictObject({
    title: Line(60, 2).describe("方案名称"),
    specialPlaces: z.int().min(0).max(500).describe("特级技师岗位数"),
    chiefPlaces: z.int().min(0).max(100).describe("首席技师岗位数"),
    conditions: Text(1000, 4).describe("评聘条件和办法"),
    pay: Text(500, 2).describe("薪酬待遇"),
  }),
  output: Done,
  async run(context, { body }) {
    const { organisationId, accountId, region } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联单位，不能备案方案。");
    await requireActive(context, organisationId, "备案评聘方案");
    const row = await context.db
      .insertInto("master_scheme")
      .values({
        organisation_id: organisationId,
        title: body.title,
        special_places: body.specialPlaces,
        chief_places: body.chiefPlaces,
        conditions: body.conditions,
        pay: body.pay,
        filed_by: accountId,
        filed_at: context.now,
        decided_by: null,
        decided_at: null,
        reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", region, {
      template: "masters-waiting",
      text: "有 {n} 件特级、首席技师评聘方案或名单等待办理。",
    });
    context.audit({ kind: "master-scheme", id: row.id, organisationId });
    return row;
  },
});

/** The bureau accepts a scheme or returns it with its reason; an accepted one ends with no further appointments. */
export const decideScheme = operation({
  method: "POST",
  path: "/api/v1/master-schemes/:id/decision",
  summary: "办理评聘方案备案",
  permission: { roles: ["reviewer"], over: schemeOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["accepted", "returned", "ended"]), reason: Text(200, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, schemeStates, params.id, body.verdict, { reason: body.reason });
    const row = await context.db
      .updateTable("master_scheme")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, reason: body.reason })
      .where("id", "=", params.id)
      .returning(["organisation_id", "title"])
      .executeTakeFirstOrThrow();
    await notifyOrganisation(context, row.organisation_id, {
      template: "master-decided",
      text: `评聘方案“${row.title}”${schemeStates.states[body.verdict].label}：${body.reason}`,
    });
    context.audit({ kind: "master-scheme", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

const ORDER = sortable({
  columns: { filedAt: byTime("m.filed_at"), organisationName: byName("o.name"), title: byName("m.title") },
  unique: byId("m.id"),
  usual: "-filedAt",
});
const State = z.enum(["filed", "accepted", "returned", "ended"]);

interface Row {
  id: string;
  organisation_name: string;
  title: string;
  special_places: number;
  chief_places: number;
  special: number;
  chief: number;
  conditions: string;
  pay: string;
  state: z.output<typeof State>;
  reason: string | null;
  filed_at: Date;
}

/** Appointments of a grade that take places of the scheme `m`. */
const taken = (grade: string) =>
  sql`(select count(*)::int from master_appointment a where a.scheme_id = m.id and a.grade = ${grade} and a.state in ('publicised', 'listed'))`;

/** Schemes of one's enterprise or region with the places taken. */
export const listSchemes = operation({
  method: "GET",
  path: "/api/v1/master-schemes",
  summary: "特级、首席技师评聘方案",
  permission: { roles: ["enterprise", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      organisationName: z.string(),
      title: z.string(),
      specialPlaces: z.int(),
      chiefPlaces: z.int(),
      special: z.int().describe("现有特级技师"),
      chief: z.int().describe("现有首席技师"),
      conditions: z.string(),
      pay: z.string(),
      state: State,
      reason: z.string().nullable(),
      filedAt: Instant,
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine = role === "enterprise" ? sql`m.organisation_id = ${organisationId}` : sql`o.town like ${`${region}%`}`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select m.id, o.name as organisation_name, m.title, m.special_places, m.chief_places, ${taken("special")} as special, ${taken("chief")} as chief,
        m.conditions, m.pay, m.state, m.reason, m.filed_at, ${page.place}
      from master_scheme m join organisation o on o.id = m.organisation_id
      where ${mine} and (${query.state ?? null}::text is null or m.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        organisationName: row.organisation_name,
        title: row.title,
        specialPlaces: row.special_places,
        chiefPlaces: row.chief_places,
        special: row.special,
        chief: row.chief,
        conditions: row.conditions,
        pay: row.pay,
        state: row.state,
        reason: row.reason,
        filedAt: row.filed_at.toISOString(),
      })),
    };
  },
});

export const exportSchemes = exportOf(listSchemes, {
  title: "评聘方案",
  columns: [
    { header: "单位", width: 28, value: (row) => row.organisationName },
    { header: "方案", width: 30, value: (row) => row.title },
    { header: "特级技师岗位", kind: "number", value: (row) => row.specialPlaces },
    { header: "首席技师岗位", kind: "number", value: (row) => row.chiefPlaces },
    { header: "状态", value: (row) => schemeStates.states[row.state].label },
  ],
});
