import { addUp, dueDay, endedPeriods, figureKind, periodTitle, type ReturnForm } from "@jinengtong/returns";
import { regionName } from "@jinengtong/county";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { OfPeriod, OVERSEEING, periodTables } from "./period-reporters.ts";
import { REPORTING } from "./open-return.ts";
import { publishedForm } from "./return-record.ts";
import { Numbers } from "./return-view.ts";

const SHOWN = 24;
const Named = z.strictObject({ code: z.string(), title: z.string() });

const FormShown = z.strictObject({
  code: z.string(),
  version: z.string(),
  title: z.string(),
  source: z.string(),
  reporter: z.enum(["office", "enterprise", "school"]),
  headFirst: z.boolean(),
  hasRows: z.boolean(),
  merged: z.boolean().describe("实名名单与本平台的记录合并统计"),
  dueSource: z.string(),
  periods: z.array(z.strictObject({ period: z.string(), title: z.string(), dueOn: CivilDate })),
  cuts: z.array(Named).describe("汇总时可以按它分组"),
  lists: z.array(Named).describe("单列的名单：没有达到比例的单位"),
  shares: z.array(Named).describe("按表计算的比例"),
});

/** `GET /api/v1/period-forms`: forms in use, with the periods that have ended. */
export const listPeriodForms = operation({
  method: "GET",
  path: "/api/v1/period-forms",
  summary: "定期报表的种类",
  permission: { roles: OVERSEEING },
  output: z.object({ forms: z.array(FormShown) }),
  run: async ({ services, today }) => ({
    forms: services.forms.current().map((form) => ({
      code: form.code,
      version: form.version,
      title: form.title,
      source: form.source,
      reporter: form.reporter,
      headFirst: form.headFirst === true,
      hasRows: form.rows !== undefined,
      merged: form.rows?.sameTraining !== undefined,
      dueSource: form.due.source,
      periods: endedPeriods(form, today, SHOWN).map((period) => ({
        period,
        title: periodTitle(period),
        dueOn: dueDay(form, period),
      })),
      cuts: (form.cuts ?? []).map((code) => ({ code, title: titleOf(form, code) })),
      lists: form.relations.flatMap((relation, at) =>
        relation.kind === "share" && relation.title !== undefined
          ? [{ code: `/relations/${at}`, title: relation.title }]
          : [],
      ),
      shares: (form.derived ?? [])
        .filter(({ formula }) => formula.kind === "share")
        .map(({ code, title }) => ({ code, title })),
    })),
  }),
});

const titleOf = (form: ReturnForm, code: string): string =>
  form.figures.find((one) => one.code === code)?.title ?? code;

/** `GET /api/v1/return-partners`: mapping tables of partners, by which lists are read and written. */
export const listPartners = operation({
  method: "GET",
  path: "/api/v1/return-partners",
  summary: "编码对照表",
  permission: { roles: [...REPORTING, ...OVERSEEING] },
  output: z.object({
    partners: z.array(Named.extend({ form: z.string(), version: z.string(), source: z.string() })),
  }),
  run: async ({ services }) => ({
    partners: services.forms.partners.map(({ code, title, form, version, source }) => ({
      code,
      title,
      form,
      version,
      source,
    })),
  }),
});

const Group = z.strictObject({
  code: z.string(),
  label: z.string(),
  owing: z.number().int().describe("应报"),
  sent: z.number().int().describe("已报"),
  onTime: z.number().int().describe("按时"),
  accepted: z.number().int().describe("已接受"),
  figures: Numbers,
});

/** `GET /api/v1/period-forms/:code/periods/:period/summary`: the county's figures of a period, by town or by a figure from a list. */
export const summarisePeriod = operation({
  method: "GET",
  path: "/api/v1/period-forms/:code/periods/:period/summary",
  summary: "一期报表的汇总",
  permission: { roles: OVERSEEING },
  params: OfPeriod,
  query: z.object({ by: z.string().max(40).default("town") }),
  output: z.strictObject({
    title: z.string(),
    dueOn: CivilDate,
    columns: z.array(Named.extend({ kind: z.enum(["count", "yuan", "decimal"]) })),
    groups: z.array(Group),
    all: Group,
  }),
  async run(context, { params, query }) {
    const { form } = publishedForm(context, params.code, params.period);
    const dueOn = dueDay(form, params.period);
    const rows = await readPeriod(context, form, params.period);
    const list = form.figures.find(({ code, kind }) => code === query.by && kind === "code");
    if (query.by !== "town" && !list) throw unacceptable("no-such-cut", "不能按这一栏汇总，请从列表中选择。");
    const keyOf = (row: Sent): string => (list ? String(row.typed?.[list.code] ?? "") : row.town);
    const labelOf = (code: string): string =>
      list ? (list.list?.find((item) => item.code === code)?.title ?? "没有填") : regionName(code);
    const groups = Map.groupBy(rows, keyOf);
    const group = (code: string, label: string, members: readonly Sent[]): z.output<typeof Group> => {
      const sent = members.filter(({ typed }) => typed !== null);
      return {
        code,
        label,
        owing: members.length,
        sent: sent.length,
        onTime: sent.filter(({ first }) => first !== null && first <= dueOn).length,
        accepted: members.filter(({ accepted }) => accepted).length,
        figures: Object.fromEntries(
          addUp(
            form,
            sent.map(({ typed, reckoned }) => ({ ...numbersOf(typed), ...reckoned })),
          ),
        ),
      };
    };
    return {
      title: `${periodTitle(params.period)}${form.title}`,
      dueOn,
      columns: [...form.figures, ...(form.derived ?? [])].flatMap(({ code, title }) => {
        const kind = figureKind(form, code);
        return kind === undefined ? [] : [{ code, title, kind }];
      }),
      groups: [...groups]
        .map(([code, members]) => group(code, labelOf(code), members))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      all: group("", "合计", rows),
    };
  },
});

interface Sent {
  town: string;
  first: string | null;
  accepted: boolean;
  typed: Record<string, string | number> | null;
  reckoned: Record<string, number> | null;
}

const numbersOf = (typed: Sent["typed"]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typed ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );

async function readPeriod(context: Context, form: ReturnForm, period: string): Promise<Sent[]> {
  const found = await sql<Sent>`
    select o.town, r.first_submitted_on as first, coalesce(r.state in ('accepted', 'locked'), false) as accepted,
      case when r.first_submitted_on is not null then v.figures end as typed, v.reckoned
    from ${periodTables(context, form, period)}`.execute(context.db);
  return found.rows;
}
