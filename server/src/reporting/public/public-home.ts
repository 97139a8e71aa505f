import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { takesPeople } from "../../training/index.ts";
import { cutFacts } from "../facts/cut.ts";
import { MEASURES, type MeasureId } from "../facts/shape.ts";
import { factStore } from "../facts/store.ts";
import { levelLabel, townLabel } from "../labels.ts";
import { publicPage } from "./public-page.ts";

const Home = z.object({
  demo: z.boolean().describe("示例数据：页面会说明，并告诉大家用哪些账号试用"),
  figures: z.array(
    z.object({
      measure: z.string(),
      label: z.string(),
      unit: z.string(),
      scale: z.number(),
      value: z.number(),
      note: z.string(),
    }),
  ),
  openClasses: z.number().int(),
  places: z.number().int(),
  classes: z.array(
    z.object({
      id: Id,
      name: z.string(),
      institution: z.string(),
      occupationName: z.string(),
      levelLabel: z.string(),
      town: z.string(),
      startsOn: CivilDate,
      placesLeft: z.number().int(),
    }),
  ),
  publicity: z.number().int().describe("正在公示的补贴申请"),
  news: z.array(
    z.object({
      kind: z.enum(["list", "clause"]),
      title: z.string(),
      summary: z.string(),
      on: CivilDate.nullable(),
      code: z.string(),
    }),
  ),
});

const LISTS: Record<string, string> = {
  occupations: "补贴性培训职业（工种）目录",
  shortage: "紧缺职业（工种）目录",
  institutions: "培训机构目录",
  projects: "培训项目目录",
  evaluators: "评价机构目录",
};
const SHOWN: MeasureId[] = ["persons", "person-times", "certificates", "paid"];

/** Public home: a few figures with units, classes with free seats, newly published lists. */
export const publicHome = operation({
  method: "GET",
  path: "/api/v1/public/home",
  summary: "公众首页",
  permission: { public: true },
  carriedBy: { "/": "" },
  output: Home,
  run: (context) => publicPage(context, `home ${context.today}`, () => home(context)),
});

type Class = Omit<z.output<typeof Home>["classes"][number], "levelLabel"> & { level: number };

async function home(context: Context): Promise<z.output<typeof Home>> {
  const { db, today, services } = context;
  const [store, classes, counts, lists] = await Promise.all([
    factStore(services),
    sql<Class>`
      select c.id, c.name, o.name as institution, c.occupation_name as "occupationName", c.level, c.town, c.starts_on as "startsOn",
        c.capacity - count(e.seat)::int as "placesLeft"
      from training_class c join organisation o on o.id = c.organisation_id left join enrolment e on e.class_id = c.id
      where ${takesPeople(today)}
      group by c.id, o.name order by c.starts_on, c.id limit 6`.execute(db),
    sql<{ open: number; places: number; publicity: number }>`
      select count(*)::int as open, coalesce(sum(c.capacity - x.taken), 0)::int as places,
        (select count(*)::int from claim where state = 'publicised') as publicity
      from training_class c cross join lateral (select count(seat) as taken from enrolment where class_id = c.id) x
      where ${takesPeople(today)}`.execute(db),
    sql<{ list: string; version: number; effective_from: z.output<typeof CivilDate>; note: string }>`
      select list, version, effective_from, note from catalogue_version order by published_at desc limit 4`.execute(db),
  ]);
  const n = counts.rows[0];
  return {
    demo: services.config.demo,
    figures: SHOWN.map((measure) => {
      const { label, unit, scale, note } = MEASURES[measure];
      return { measure, label, unit, scale, note, value: cutFacts(store, measure, {}, "none").total };
    }),
    openClasses: n?.open ?? 0,
    places: n?.places ?? 0,
    classes: classes.rows.map(({ level, ...row }) => ({
      ...row,
      town: townLabel(row.town),
      levelLabel: levelLabel(level),
    })),
    publicity: n?.publicity ?? 0,
    news: [
      ...lists.rows.map((row) => ({
        kind: "list" as const,
        title: `${LISTS[row.list] ?? row.list}第 ${row.version} 版`,
        summary: row.note,
        on: row.effective_from,
        code: row.list,
      })),
      ...services.policies
        .programmes()
        .filter((policy) => policy.rules.manifest.effective.from <= today)
        .toSorted((a, b) => (a.rules.manifest.effective.from < b.rules.manifest.effective.from ? 1 : -1))
        .slice(0, 1)
        .flatMap((policy) =>
          policy.rules.clauses
            .filter((clause) => clause.benefits.length > 0)
            .slice(0, 8)
            .map((clause) => ({
              kind: "clause" as const,
              title: `${clause.id} ${clause.title}`,
              summary: clause.summary,
              on: null,
              code: clause.id,
            })),
        ),
    ],
  };
}
