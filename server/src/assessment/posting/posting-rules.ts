import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { type Database, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";

export const OFFICES = {
  emergency: "应急管理",
  "market-supervision": "市场监管",
  housing: "住房城乡建设",
  transport: "交通运输",
  "human-resources": "人力资源社会保障",
} as const;
export const Office = z.enum(["emergency", "market-supervision", "housing", "transport", "human-resources"]);

/** Clocks of the register on a day. */
export async function postingRule(db: Database, day: CivilDate) {
  return db
    .selectFrom("posting_rule")
    .selectAll()
    .where(sql<boolean>`effective_from <= ${day}::date`)
    .orderBy("effective_from", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The item of work as listed on a day; refuses one that isn't. */
export async function requireItem(db: Database, code: string, day: CivilDate) {
  const row = await db
    .selectFrom("posting_item")
    .selectAll()
    .where("code", "=", code)
    .where(sql<boolean>`${day}::date <@ daterange(effective_from, effective_to, '[)')`)
    .executeTakeFirst();
  if (!row)
    throw unacceptable("item-unknown", "目录里没有这个作业项目，请重新选择。", [
      { pointer: "/item", detail: "请从目录里选择" },
    ]);
  return row;
}

/** Work that may only be done with a licence, as listed today, and the clocks that the register keeps. */
export const listPostingItems = operation({
  method: "GET",
  path: "/api/v1/posting-items",
  summary: "须持证上岗的作业项目",
  permission: { public: true },
  output: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        category: z.string(),
        name: z.string(),
        occupation: z.string(),
        reviewMonths: z.int().nullable(),
        office: Office,
        officeLabel: z.string(),
        source: z.string(),
      }),
    ),
    rule: z.object({
      amberDays: z.int(),
      orangeDays: z.int(),
      warnDays: z.array(z.int()),
      reviewHours: z.int(),
      retestMonths: z.int(),
      source: z.string(),
    }),
  }),
  async run(context) {
    const rows = await context.db
      .selectFrom("posting_item")
      .selectAll()
      .where(sql<boolean>`${context.today}::date <@ daterange(effective_from, effective_to, '[)')`)
      .orderBy("kind")
      .orderBy("category")
      .orderBy("code")
      .execute();
    const rule = await postingRule(context.db, context.today);
    return {
      items: rows.map((row) => ({
        code: row.code,
        kind: row.kind,
        category: row.category,
        name: row.name,
        occupation: row.occupation,
        reviewMonths: row.review_months,
        office: row.office,
        officeLabel: OFFICES[row.office],
        source: row.source,
      })),
      rule: {
        amberDays: rule.amber_days,
        orangeDays: rule.orange_days,
        warnDays: rule.warn_days,
        reviewHours: rule.review_hours,
        retestMonths: rule.retest_months,
        source: rule.source,
      },
    };
  },
});
