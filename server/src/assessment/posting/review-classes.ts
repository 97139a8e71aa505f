import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Instant, pageOf, Text } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { reviewClassStates } from "./licence-states.ts";
import { reviewClassOwner } from "./posting-owners.ts";
import { postingRule, requireItem } from "./posting-rules.ts";
import { standings } from "./posting-standing.ts";

/** Proposes a class for everybody of one's enterprise whose licence for an item comes due: schools see how many, and one takes it. */
export const proposeReviewClass = operation({
  method: "POST",
  path: "/api/v1/review-classes",
  summary: "提出复审培训需求",
  permission: { roles: ["enterprise"] },
  body: z.strictObject({
    item: z.string().max(40),
    wantedOn: CivilDate.describe("希望哪一天前开班"),
    note: Text(200, 0).optional(),
  }),
  output: z.object({ id: Id, people: z.int() }),
  async run(context, { body }) {
    const { organisationId, accountId } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联单位，不能提出培训需求。");
    if (body.wantedOn <= context.today)
      throw unacceptable("wanted-in-past", "希望的开班日期应在今天以后。", [
        { pointer: "/wantedOn", detail: "应在今天以后" },
      ]);
    const item = await requireItem(context.db, body.item, context.today);
    const day = context.today;
    const found = await standings(
      day,
      sql`t.organisation_id = ${organisationId} and t.item = ${item.code} and (g.to_on is null or g.to_on >= ${day}::date)`,
    ).execute(context.db);
    const people = [
      ...new Set(
        found.rows
          .filter((row) => row.colour !== "green" && row.through !== null && row.reason !== "revoked")
          .map((row) => row.person_id),
      ),
    ].slice(0, 200);
    if (people.length === 0)
      throw unacceptable("nobody-due", `没有${item.name}快到期或该复审的人，不需要开班。`, [
        { pointer: "/item", detail: "没有该复审的人" },
      ]);
    const rule = await postingRule(context.db, day);
    const row = await context.db
      .insertInto("review_class")
      .values({
        organisation_id: organisationId,
        item: item.code,
        person_ids: people,
        hours: rule.review_hours,
        wanted_on: body.wantedOn,
        note: body.note === "" ? null : (body.note ?? null),
        proposed_by: accountId,
        proposed_at: context.now,
        taken_by_organisation: null,
        answered_by: null,
        answered_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "institution", context.actor.region, {
      template: "review-classes-proposed",
      text: "有 {n} 项复审培训需求等培训机构承接。",
    });
    context.audit({
      kind: "review-class",
      id: row.id,
      organisationId,
      detail: { item: item.code, people: people.length },
    });
    return { id: row.id, people: people.length };
  },
});

/** Schools admitted to train the occupation of a proposal's item, at any level. */
const trainsFor = (organisationId: string | null, day: string) => sql`exists (
  select from posting_item i join admission a on a.occupation = i.occupation
  where i.code = r.item and a.organisation_id = ${organisationId} and a.activity = 'training' and a.state = 'admitted'
    and ${day}::date between a.valid_from and a.valid_to)`;

/** A school takes a proposed class: the enterprise is told, and the school files it like any other. */
export const takeReviewClass = operation({
  method: "POST",
  path: "/api/v1/review-classes/:id/taking",
  summary: "承接复审培训",
  permission: { roles: ["institution"] },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const { organisationId, accountId, region } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联机构，不能承接。");
    const found = await sql<{ organisation_id: string }>`
      select r.organisation_id from review_class r join organisation o on o.id = r.organisation_id
      where r.id = ${params.id} and o.region = ${region.slice(0, 6)} and ${trainsFor(organisationId, context.today)}`.execute(
      context.db,
    );
    const [row] = found.rows;
    if (!row) throw forbidden("只有本地准入培训这个工种的机构可以承接。请先申请准入。", "not-admitted");
    await requireActive(context, organisationId, "承接培训");
    const school = await context.db
      .updateTable("review_class as r")
      .from("organisation as s")
      .set({ taken_by_organisation: organisationId, answered_by: accountId, answered_at: context.now })
      .where("r.id", "=", params.id)
      .where("s.id", "=", organisationId)
      .returning("s.name")
      .executeTakeFirstOrThrow();
    await moveState(context, reviewClassStates, params.id, "taken");
    await notifyOrganisation(context, row.organisation_id, {
      template: "review-class-taken",
      text: `${school.name}承接了贵单位提出的复审培训，将与贵单位商定开班时间。`,
    });
    context.audit({ kind: "review-class", id: params.id });
    return { id: params.id };
  },
});

/** Takes a proposal back that no school took. */
export const withdrawReviewClass = operation({
  method: "POST",
  path: "/api/v1/review-classes/:id/withdrawal",
  summary: "撤回复审培训需求",
  permission: { roles: ["enterprise"], over: reviewClassOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, reviewClassStates, params.id, "withdrawn");
    await context.db
      .updateTable("review_class")
      .set({ answered_by: context.actor.accountId, answered_at: context.now })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "review-class", id: params.id });
    return { id: params.id };
  },
});

const ORDER = sortable({
  columns: {
    proposedAt: byTime("r.proposed_at"),
    wantedOn: byDate("r.wanted_on"),
    organisationName: byName("o.name"),
    people: byNumber("cardinality(r.person_ids)"),
  },
  unique: byId("r.id"),
  usual: "-proposedAt",
});
const State = z.enum(["proposed", "taken", "withdrawn"]);

interface Row {
  id: string;
  organisation_name: string;
  town: string;
  item: string;
  item_name: string;
  people: number;
  hours: number;
  wanted_on: z.output<typeof CivilDate>;
  note: string | null;
  state: z.output<typeof State>;
  taken_by: string | null;
  proposed_at: Date;
}

/** Proposed classes: one's own, or those of the county for schools and the bureau. Numbers of people, never names. */
export const listReviewClasses = operation({
  method: "GET",
  path: "/api/v1/review-classes",
  summary: "复审培训需求",
  permission: { roles: ["enterprise", "institution", "reviewer", "department"] },
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      organisationName: z.string(),
      town: z.string(),
      item: z.string(),
      itemName: z.string(),
      people: z.int(),
      hours: z.int(),
      wantedOn: CivilDate,
      note: z.string().nullable(),
      state: State,
      takenBy: z.string().nullable(),
      proposedAt: Instant,
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine =
      role === "enterprise"
        ? sql`r.organisation_id = ${organisationId}`
        : role === "institution"
          ? sql`o.region = ${region.slice(0, 6)} and ${trainsFor(organisationId, context.today)}`
          : sql`o.town like ${`${region}%`}`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select r.id, o.name as organisation_name, o.town, r.item, cardinality(r.person_ids) as people, r.hours, r.wanted_on, r.note, r.state,
        s.name as taken_by, r.proposed_at,
        coalesce((select i.name from posting_item i where i.code = r.item order by i.effective_from desc limit 1), r.item) as item_name, ${page.place}
      from review_class r join organisation o on o.id = r.organisation_id left join organisation s on s.id = r.taken_by_organisation
      where ${mine} and (${query.state ?? null}::text is null or r.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        organisationName: row.organisation_name,
        town: row.town,
        item: row.item,
        itemName: row.item_name,
        people: row.people,
        hours: row.hours,
        wantedOn: row.wanted_on,
        note: row.note,
        state: row.state,
        takenBy: row.taken_by,
        proposedAt: row.proposed_at.toISOString(),
      })),
    };
  },
});

export const exportReviewClasses = exportOf(listReviewClasses, {
  title: "复审培训需求",
  columns: [
    { header: "单位", width: 28, value: (row) => row.organisationName },
    { header: "作业项目", width: 24, value: (row) => row.itemName },
    { header: "人数", kind: "number", value: (row) => row.people },
    { header: "课时", kind: "number", value: (row) => row.hours },
    { header: "希望开班", width: 14, value: (row) => row.wantedOn },
    { header: "状态", value: (row) => reviewClassStates.states[row.state].label },
    { header: "承接机构", width: 28, value: (row) => row.takenBy },
    { header: "说明", width: 30, value: (row) => row.note },
  ],
});
