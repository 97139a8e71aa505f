import { isTown, regionName } from "@jinengtong/county";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Line, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { Town } from "../../people/index.ts";
import { postOwner } from "./posting-owners.ts";
import { requireItem } from "./posting-rules.ts";

/** Adds a post and the licence that it needs. */
export const addPost = operation({
  method: "POST",
  path: "/api/v1/posts",
  summary: "登记岗位",
  permission: { roles: ["enterprise"] },
  body: z.strictObject({
    workplace: Line(60).describe("作业场所"),
    name: Line(40).describe("岗位名称"),
    town: Town,
    item: z.string().max(40).nullable().describe("须持证的作业项目；不需持证为空"),
    since: CivilDate.describe("设立日期"),
  }),
  output: Done,
  async run(context, { body }) {
    const { organisationId, accountId } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联单位，不能登记岗位。");
    if (!isTown(body.town))
      throw unacceptable("town-unknown", "请选择本地的镇（街道）。", [
        { pointer: "/town", detail: "请选择本地的镇（街道）" },
      ]);
    if (body.since > context.today)
      throw unacceptable("post-in-future", "设立日期不能晚于今天。", [{ pointer: "/since", detail: "不能晚于今天" }]);
    if (body.item !== null) await requireItem(context.db, body.item, context.today);
    const row = await context.db
      .insertInto("post")
      .values({
        ...body,
        organisation_id: organisationId,
        created_by: accountId,
        created_at: context.now,
        closed_on: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "post", id: row.id, organisationId, detail: { item: body.item } });
    return row;
  },
});

/** Closes a post on which nobody stands any more. */
export const closePost = operation({
  method: "POST",
  path: "/api/v1/posts/:id/closing",
  summary: "撤销岗位",
  permission: { roles: ["enterprise"], over: postOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const post = await context.db
      .selectFrom("post")
      .select("closed_on")
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (post.closed_on !== null) throw conflict("post-closed", "这个岗位已经撤销，不需要再操作。");
    const standing = await context.db
      .selectFrom("posting")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("post_id", "=", params.id)
      .where(sql<boolean>`(to_on is null or to_on > ${context.today}::date)`)
      .executeTakeFirstOrThrow();
    if (standing.n > 0) throw conflict("post-staffed", `还有 ${standing.n} 人在这个岗位上，请先登记离岗。`);
    await context.db.updateTable("post").set({ closed_on: context.today }).where("id", "=", params.id).execute();
    context.audit({ kind: "post", id: params.id });
    return { id: params.id };
  },
});

const ORDER = sortable({
  columns: {
    name: byName("x.name"),
    workplace: byName("x.workplace"),
    town: byText("x.town"),
    since: byDate("x.since"),
  },
  unique: byId("x.id"),
  usual: "name",
});

interface Row {
  id: string;
  organisation_name: string;
  workplace: string;
  name: string;
  town: string;
  item: string | null;
  item_name: string | null;
  since: z.output<typeof CivilDate>;
  closed_on: z.output<typeof CivilDate> | null;
  people: number;
}

/** Posts of one's enterprise or region, with the number of people on them. */
export const listPosts = operation({
  method: "GET",
  path: "/api/v1/posts",
  summary: "岗位列表",
  permission: { roles: ["enterprise", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({ open: z.enum(["yes", "no"]).optional() }),
  output: pageOf(
    z.object({
      id: Id,
      organisationName: z.string(),
      workplace: z.string(),
      name: z.string(),
      town: z.string(),
      item: z.string().nullable(),
      itemName: z.string().nullable(),
      since: CivilDate,
      closedOn: CivilDate.nullable(),
      people: z.int(),
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine = role === "enterprise" ? sql`t.organisation_id = ${organisationId}` : sql`t.town like ${`${region}%`}`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${page.place} from (
        select t.id, o.name as organisation_name, t.workplace, t.name, t.town, t.item, i.name as item_name, t.since, t.closed_on,
          (select count(*)::int from posting g where g.post_id = t.id and g.from_on <= ${context.today}::date
            and (g.to_on is null or g.to_on >= ${context.today}::date)) as people
        from post t join organisation o on o.id = t.organisation_id
        left join posting_item i on i.code = t.item and ${context.today}::date <@ daterange(i.effective_from, i.effective_to, '[)')
        where ${mine} and (${query.open ?? null}::text is null or (t.closed_on is null) = (${query.open ?? null} = 'yes'))) x
      where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        organisationName: row.organisation_name,
        workplace: row.workplace,
        name: row.name,
        town: row.town,
        item: row.item,
        itemName: row.item_name,
        since: row.since,
        closedOn: row.closed_on,
        people: row.people,
      })),
    };
  },
});

export const exportPosts = exportOf(listPosts, {
  title: "岗位",
  columns: [
    { header: "单位", width: 28, value: (row) => row.organisationName },
    { header: "镇（街道）", width: 16, value: (row) => regionName(row.town) },
    { header: "作业场所", width: 20, value: (row) => row.workplace },
    { header: "岗位", width: 20, value: (row) => row.name },
    { header: "须持证的作业项目", width: 26, value: (row) => row.itemName ?? "不需持证" },
    { header: "设立日期", width: 14, value: (row) => row.since },
    { header: "撤销日期", width: 14, value: (row) => row.closedOn },
    { header: "在岗人数", kind: "number", value: (row) => row.people },
  ],
});
