import { stateWord } from "@jinengtong/words";
import { addMonths, type CivilDate as CivilDay, findOccupation } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { isAdmitted } from "../../catalogue/index.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, type FieldError, firstDetail, unacceptable } from "../../kernel/problem.ts";
import {
  ById,
  CivilDate,
  Done,
  Fen,
  Id,
  Instant,
  Line,
  OccupationCode,
  pageOf,
  Text,
  WrittenNumber,
} from "../../kernel/shapes.ts";
import { byDate, byId, byName, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { moveState } from "../../kernel/states.ts";
import { requireActive } from "../../organisations/index.ts";
import { filingStates } from "../evaluation-states.ts";
import { filingOwner } from "../owners.ts";
import { rulesOn } from "../rule/rules.ts";
import { townOf } from "./sites.ts";

const Level = z.int().min(1).max(5);
const Kind = z.enum(["employer", "social-body"]).describe("employer 用人单位（Y），social-body 社会培训评价组织（S）");

/** Files the body: occupation × level × site for a term. Nothing outside it can be evaluated. */
export const submitFiling = operation({
  method: "POST",
  path: "/api/v1/evaluation-filings",
  summary: "提交评价机构备案",
  permission: { roles: ["evaluator"] },
  body: z.strictObject({
    number: WrittenNumber(40, 4),
    kind: Kind,
    institutionCode: z.string().regex(/^\d{4}$/, "机构代码为 4 位数字"),
    provinceCode: z.string().regex(/^\d{2}$/, "省份代码为 2 位数字"),
    validFrom: CivilDate,
    validTo: CivilDate,
    charges: Text(1000, 2).describe("收费说明"),
    items: z
      .array(
        z.strictObject({
          siteId: Id,
          occupation: OccupationCode,
          occupationName: Line(60).optional(),
          level: Level,
          chargeFen: Fen.max(1_000_000),
        }),
      )
      .min(1)
      .max(200),
  }),
  output: Done,
  async run(context, { body }) {
    const organisationId = context.actor.organisationId ?? "";
    await requireActive(context, organisationId, "提交备案");
    const town = await townOf(context, organisationId);
    const rules = await rulesOn(context.db, { region: town, occupation: null, on: body.validFrom });
    if (body.validTo <= body.validFrom)
      throw unacceptable("filing-days", "备案的截止日期应晚于开始日期。", [
        { pointer: "/validTo", detail: "应晚于开始日期" },
      ]);
    const years = rules.value("filing-years");
    if (body.validTo > addMonths(body.validFrom, years * 12))
      throw rules.refuse(
        "filing-years",
        `备案最长 ${years} 年，截止日期不能晚于 ${addMonths(body.validFrom, years * 12)}。`,
      );
    const sites = await context.db
      .selectFrom("evaluation_site")
      .select(["id", "leased_to"])
      .where("organisation_id", "=", organisationId)
      .execute();
    const errors: FieldError[] = [];
    const seen = new Set<string>();
    const items = [];
    for (const [index, item] of body.items.entries()) {
      const refuse = (field: string, detail: string) => errors.push({ pointer: `/items/${index}/${field}`, detail });
      const site = sites.find(({ id }) => id === item.siteId);
      if (!site) refuse("siteId", "请选择本单位登记的场地");
      const key = `${item.siteId} ${item.occupation} ${item.level}`;
      if (seen.has(key)) refuse("level", "同一场地的这个职业等级前面已有一行");
      seen.add(key);
      const name = findOccupation(item.occupation)?.name ?? item.occupationName;
      if (name === undefined) refuse("occupationName", "职业分类中没有这个编码，请填写名称");
      if (!(await isAdmitted(context.db, organisationId, "evaluation", item.occupation, item.level, body.validFrom)))
        refuse("occupation", "这个职业等级不在本单位的评价资格范围内，请先申请评价资格");
      items.push({
        site_id: item.siteId,
        occupation: item.occupation,
        occupation_name: name ?? "",
        level: item.level,
        charge_fen: item.chargeFen,
      });
    }
    if (errors.length > 0)
      throw unacceptable("filing-invalid", `备案有 ${errors.length} 处需要更正：${firstDetail(errors)}。`, errors);
    const row = await context.db
      .insertInto("evaluation_filing")
      .values({
        organisation_id: organisationId,
        number: body.number,
        kind: body.kind,
        institution_code: body.institutionCode,
        province_code: body.provinceCode,
        valid_from: body.validFrom,
        valid_to: body.validTo,
        region: town,
        charges: body.charges,
        submitted_by: context.actor.accountId,
        submitted_at: context.now,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.db
      .insertInto("evaluation_filing_item")
      .values(items.map((item) => ({ filing_id: row.id, ...item })))
      .execute();
    await notifyOffice(context, "reviewer", town, {
      template: "evaluation-filings-waiting",
      text: "有 {n} 件评价机构备案等待审核。",
    });
    context.audit({ kind: "evaluation-filing", id: row.id, organisationId, detail: { items: items.length } });
    return row;
  },
});

/** The bureau approves a filing, sends it back, or ends an approved one. */
export const decideFiling = operation({
  method: "POST",
  path: "/api/v1/evaluation-filings/:id/decision",
  summary: "审核评价机构备案",
  permission: { roles: ["reviewer"], over: filingOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["approved", "returned", "ended"]), reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, filingStates, params.id, body.verdict, { reason: body.reason });
    const row = await context.db
      .updateTable("evaluation_filing")
      .set({ decided_by: context.actor.accountId, decided_at: context.now, decision_reason: body.reason })
      .where("id", "=", params.id)
      .returning(["organisation_id", "number"])
      .executeTakeFirstOrThrow();
    const words = { approved: "已通过", returned: "被退回，请按意见更正后重新提交", ended: "已终止，不能再开新的批次" };
    await notifyOrganisation(context, row.organisation_id, {
      template: "evaluation-filing-decided",
      text: `备案 ${row.number} ${words[body.verdict]}：${body.reason}`,
    });
    context.audit({ kind: "evaluation-filing", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

const ORDER = sortable({
  columns: {
    submittedAt: byTime("f.submitted_at"),
    number: byText("f.number"),
    organisationName: byName("o.name"),
    validTo: byDate("f.valid_to"),
  },
  unique: byId("f.id"),
  usual: "-submittedAt",
});

const Item = z.object({
  siteId: Id,
  siteName: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: z.int(),
  chargeFen: z.int(),
});
const FilingRow = z.object({
  id: Id,
  number: z.string(),
  organisationName: z.string(),
  kind: Kind,
  institutionCode: z.string(),
  provinceCode: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate,
  charges: z.string(),
  state: z.enum(["submitted", "approved", "returned", "ended"]),
  submittedAt: Instant,
  decisionReason: z.string().nullable(),
  items: z.array(Item),
});
interface Row {
  id: string;
  number: string;
  organisationName: string;
  kind: "employer" | "social-body";
  institutionCode: string;
  provinceCode: string;
  validFrom: CivilDay;
  validTo: CivilDay;
  charges: string;
  state: "submitted" | "approved" | "returned" | "ended";
  submitted: Date;
  decisionReason: string | null;
  items: z.output<typeof Item>[];
}

/** Filings of one's body, or of one's region. */
export const listFilings = operation({
  method: "GET",
  path: "/api/v1/evaluation-filings",
  summary: "评价机构备案",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({ state: z.enum(["submitted", "approved", "returned", "ended"]).optional() }),
  output: pageOf(FilingRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine =
      role === "evaluator" ? sql`f.organisation_id = ${organisationId}` : sql`starts_with(f.region, ${region})`;
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select f.id, f.number, o.name as "organisationName", f.kind, f.institution_code as "institutionCode", f.province_code as "provinceCode",
        f.valid_from as "validFrom", f.valid_to as "validTo", f.charges, f.state, f.submitted_at as submitted, f.decision_reason as "decisionReason",
        (select json_agg(json_build_object('siteId', i.site_id, 'siteName', s.name, 'occupation', i.occupation, 'occupationName', i.occupation_name,
          'level', i.level, 'chargeFen', i.charge_fen) order by i.occupation, i.level desc)
          from evaluation_filing_item i join evaluation_site s on s.id = i.site_id where i.filing_id = f.id) as items, ${page.place}
      from evaluation_filing f join organisation o on o.id = f.organisation_id
      where ${mine} and (${query.state ?? null}::text is null or f.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map(({ submitted, ...row }) => ({ ...row, submittedAt: submitted.toISOString() })),
      nextCursor,
    };
  },
});

export const exportFilings = exportOf(listFilings, {
  title: "评价机构备案",
  columns: [
    { header: "备案号", width: 20, value: (row) => row.number },
    { header: "评价机构", width: 28, value: (row) => row.organisationName },
    { header: "机构代码", value: (row) => row.institutionCode },
    { header: "有效期自", value: (row) => row.validFrom },
    { header: "有效期至", value: (row) => row.validTo },
    {
      header: "职业（等级）与场地",
      width: 60,
      value: (row) => row.items.map((item) => `${item.occupationName} ${item.level} 级（${item.siteName}）`).join("；"),
    },
    { header: "状态", value: (row) => stateWord("evaluation-filing", row.state).label },
  ],
});

export interface FilingScope {
  filingId: string;
  number: string;
  kind: "employer" | "social-body";
  institutionCode: string;
  provinceCode: string;
  siteCode: string;
  occupationName: string;
  chargeFen: number;
}

/**
 * The approved filing that covers an occupation, level and site of a body on a day, where the body is also admitted for it that day;
 * refuses with the rule otherwise (范围以备案为准).
 */
export async function requireScope(
  context: Parameters<typeof townOf>[0],
  of: { organisationId: string; siteId: string; occupation: string; level: number; on: string },
): Promise<FilingScope> {
  const { rows } = await sql<FilingScope & { leasedTo: CivilDay | null }>`
    select f.id as "filingId", f.number, f.kind, f.institution_code as "institutionCode", f.province_code as "provinceCode",
      s.code as "siteCode", i.occupation_name as "occupationName", i.charge_fen as "chargeFen", s.leased_to as "leasedTo"
    from evaluation_filing f join evaluation_filing_item i on i.filing_id = f.id join evaluation_site s on s.id = i.site_id
    where f.organisation_id = ${of.organisationId} and f.state = 'approved' and ${of.on}::date between f.valid_from and f.valid_to
      and i.site_id = ${of.siteId} and i.occupation = ${of.occupation} and i.level = ${of.level}
    order by f.valid_to desc limit 1`.execute(context.db);
  const [found] = rows;
  if (!found)
    throw conflict(
      "rule-scope",
      `${of.on} 没有覆盖这个职业、等级和场地的有效备案。认定只能在备案的职业 × 等级 × 场地范围内进行，请先办理备案或更换场地。`,
      { rule: "scope" },
    );
  if (found.leasedTo !== null && found.leasedTo < of.on)
    throw conflict("rule-lease", `场地的租期在 ${found.leasedTo} 届满，考试日 ${of.on} 不能使用。请续租或更换场地。`, {
      rule: "lease",
    });
  if (!(await isAdmitted(context.db, of.organisationId, "evaluation", of.occupation, of.level, of.on)))
    throw conflict(
      "rule-admission",
      `${of.on} 本单位不具备这个职业等级的评价资格，不能安排认定。请先申请或恢复评价资格。`,
      {
        rule: "admission",
      },
    );
  return found;
}
