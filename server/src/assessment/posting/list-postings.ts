import { regionName } from "@jinengtong/county";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { Office, OFFICES } from "./posting-rules.ts";
import { COLOUR_LABELS, COLOURS, dueSentence, REASON_LABELS, type Standing, standings } from "./posting-standing.ts";

export const Posting = z.object({
  id: Id,
  postId: Id,
  personId: Id,
  personName: z.string(),
  citizenIdMasked: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  town: z.string(),
  workplace: z.string(),
  postName: z.string(),
  item: z.string().nullable(),
  itemName: z.string().nullable(),
  category: z.string().nullable(),
  office: z.string().nullable(),
  fromOn: CivilDate,
  toOn: CivilDate.nullable(),
  colour: z.enum(COLOURS),
  colourLabel: z.string(),
  reason: z.string().nullable().describe("不得上岗的原因"),
  due: z.string().describe("下一步"),
  licenceId: Id.nullable(),
  serial: z.string().nullable(),
  firstIssuedOn: CivilDate.nullable(),
  validTo: CivilDate.nullable().describe("证件上印的有效期"),
  reviewDueOn: CivilDate.nullable(),
  through: CivilDate.nullable().describe("复审和有效期中较早的一天"),
  unqualifiedDays: z.int().describe("无证上岗的天数，永久保留"),
  retest: z.boolean().describe("离岗过久，上岗前须实际操作考试"),
});
export type Posting = z.output<typeof Posting>;

export const PostingFilter = z.object({
  colour: z.enum(COLOURS).optional(),
  current: z.enum(["now", "ended"]).optional().describe("在岗或已离岗"),
  unqualified: z.enum(["yes"]).optional().describe("有过无证上岗"),
  office: Office.optional().describe("主管部门"),
  town: z.string().max(9).optional(),
  postId: Id.optional(),
  q: SearchText(40).optional().describe("姓名、单位、岗位中的字"),
});

const ORDER = sortable({
  columns: {
    colourLabel: byNumber("x.colour_rank"),
    personName: byName("x.person_name"),
    organisationName: byName("x.organisation_name"),
    town: byText("x.town"),
    postName: byName("x.post_name"),
    fromOn: byDate("x.from_on"),
    through: byDate("x.through", "first"),
    unqualifiedDays: byNumber("x.unqualified_days"),
  },
  unique: byId("x.id"),
  usual: "colourLabel",
});

export const toPosting = (row: Standing, day: Context["today"]): Posting => ({
  id: row.id,
  postId: row.post_id,
  personId: row.person_id,
  personName: row.person_name,
  citizenIdMasked: row.citizen_id_masked,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  town: row.town,
  workplace: row.workplace,
  postName: row.post_name,
  item: row.item,
  itemName: row.item_name,
  category: row.category,
  office: row.office,
  fromOn: row.from_on,
  toOn: row.to_on,
  colour: row.colour,
  colourLabel: COLOUR_LABELS[row.colour],
  reason: row.reason === null ? null : REASON_LABELS[row.reason],
  due: dueSentence(row, day),
  licenceId: row.licence_id,
  serial: row.serial,
  firstIssuedOn: row.first_issued_on,
  validTo: row.valid_to,
  reviewDueOn: row.review_due_on,
  through: row.through,
  unqualifiedDays: row.unqualified_days,
  retest: row.retest,
});

const query = ORDER.query.extend(PostingFilter.shape);

/** One page of the register that the actor may read; `due`: only postings that need something done. */
async function postingPage(context: Context, asked: z.output<typeof query>, due: boolean) {
  const page = ORDER.page(asked);
  const { role, organisationId, region } = context.actor;
  const day = context.today;
  const mine = role === "enterprise" ? sql`t.organisation_id = ${organisationId}` : sql`t.town like ${`${region}%`}`;
  const where = sql`${mine}
    and (${asked.town ?? null}::text is null or t.town = ${asked.town ?? null})
    and (${asked.postId ?? null}::uuid is null or t.id = ${asked.postId ?? null}::uuid)
    and (${asked.current ?? null}::text is distinct from 'now' or g.to_on is null or g.to_on >= ${day}::date)
    and (${asked.current ?? null}::text is distinct from 'ended' or g.to_on < ${day}::date)
    and (not ${due} or g.to_on is null or g.to_on >= ${day}::date)
    and (${asked.q ?? null}::text is null or strpos(p.name, ${asked.q ?? null}) > 0 or strpos(o.name, ${asked.q ?? null}) > 0
      or strpos(t.name, ${asked.q ?? null}) > 0)`;
  const cut = await page.read(
    context.db,
    sql<Placed<Standing>>`
    select x.*, ${page.place} from (${standings(day, where)}) x
    where (${asked.colour ?? null}::text is null or x.colour = ${asked.colour ?? null})
      and (${asked.office ?? null}::text is null or x.office = ${asked.office ?? null})
      and (${asked.unqualified ?? null}::text is null or x.unqualified_days > 0)
      and (not ${due} or x.colour in ('red', 'orange', 'amber')) and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return { ...cut, rows: cut.rows.map((row) => toPosting(row, day)) };
}

const roles = ["enterprise", "reviewer", "department", "auditor"] as const;

/** The register: who stands on which post, and whether a licence covers it. Red first. */
export const listPostings = operation({
  method: "GET",
  path: "/api/v1/postings",
  summary: "特种作业人员台账",
  permission: { roles },
  query,
  output: pageOf(Posting),
  run: (context, asked) => postingPage(context, asked.query, false),
});

/** Postings whose licence needs something done: expired, to be reviewed, or within the days of warning. */
export const listPostingsDue = operation({
  method: "GET",
  path: "/api/v1/postings-due",
  summary: "到期预警表",
  permission: { roles },
  query,
  output: pageOf(Posting),
  run: (context, asked) => postingPage(context, asked.query, true),
});

const columns = [
  { header: "单位", width: 28, value: (row: Posting) => row.organisationName },
  { header: "镇（街道）", width: 16, value: (row: Posting) => regionName(row.town) },
  { header: "作业场所", width: 20, value: (row: Posting) => row.workplace },
  { header: "岗位", width: 18, value: (row: Posting) => row.postName },
  { header: "姓名", value: (row: Posting) => row.personName },
  { header: "身份证号", width: 22, value: (row: Posting) => row.citizenIdMasked },
  { header: "作业类别", width: 20, value: (row: Posting) => row.category },
  { header: "准操项目", width: 24, value: (row: Posting) => row.itemName },
  { header: "证件编号", width: 26, value: (row: Posting) => row.serial },
  { header: "初领日期", width: 14, value: (row: Posting) => row.firstIssuedOn },
  { header: "应复审日期", width: 14, value: (row: Posting) => row.reviewDueOn },
  { header: "有效期至", width: 14, value: (row: Posting) => row.validTo },
  { header: "上岗日期", width: 14, value: (row: Posting) => row.fromOn },
  { header: "离岗日期", width: 14, value: (row: Posting) => row.toOn },
  { header: "状态", width: 16, value: (row: Posting) => row.colourLabel },
  { header: "原因", width: 24, value: (row: Posting) => row.reason },
  { header: "无证上岗天数", kind: "number" as const, value: (row: Posting) => row.unqualifiedDays },
  {
    header: "主管部门",
    width: 16,
    value: (row: Posting) => (row.office === null ? "" : OFFICES[row.office as keyof typeof OFFICES]),
  },
];

export const exportPostings = exportOf(listPostings, { title: "特种作业人员台账", columns });
export const exportPostingsDue = exportOf(listPostingsDue, { title: "到期预警表", columns });
