import { regionName } from "@jinengtong/county";
import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf, SearchText } from "../../kernel/shapes.ts";
import { byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { Level } from "../class/shapes.ts";
import { takesPeople } from "../open/takes-people.ts";
import { meantBy } from "../open/words-of-trades.ts";

const ORDER = sortable({
  columns: {
    people: byNumber("x.people"),
    occupationName: byName("x.occupation_name"),
    town: byText("x.town"),
    level: byNumber("x.level"),
    openClasses: byNumber("x.open_classes"),
  },
  unique: byText("x.key"),
  usual: "-people",
});

interface Row {
  key: string;
  occupation: string;
  occupation_name: string;
  level: number;
  town: string;
  people: number;
  open_classes: number;
}

/** People who wait for a class, counted by trade, level and town: what schools and the bureau plan by. Never a name. */
export const classDemand = operation({
  method: "GET",
  path: "/api/v1/class-demand",
  summary: "等着开班的人数",
  permission: { roles: ["institution", "reviewer", "department"] },
  query: ORDER.query.extend({ town: z.string().max(9).optional(), q: SearchText(40).optional() }),
  output: pageOf(
    z.object({
      key: z.string(),
      occupation: z.string(),
      occupationName: z.string(),
      level: Level,
      town: z.string().describe("空为不限镇"),
      people: z.number().int(),
      openClasses: z.number().int().describe("全县现在还能报名的同工种同等级的班"),
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    // Classes and wishes of the whole county: a trade is planned across its towns.
    const region = context.actor.region.slice(0, 6);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${page.place} from (
        select w.occupation || ' ' || w.level || ' ' || t.town as key, w.occupation, min(w.occupation_name) as occupation_name, w.level, t.town,
          count(*)::int as people,
          (select count(*)::int from training_class c where ${takesPeople(context.today)} and c.occupation = w.occupation and c.level = w.level
            and c.region = ${region}) as open_classes
        from class_wish w join person p on p.id = w.person_id cross join lateral unnest(case when w.towns = '{}' then array[''] else w.towns end) t (town)
        where w.ended_at is null and starts_with(p.town, ${region}) and (${query.town ?? null}::text is null or t.town = '' or t.town = ${query.town ?? null})
          and ${meantBy(query.q, "w.occupation_name", "w.occupation")}
        group by w.occupation, w.level, t.town
      ) x where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map((row) => ({
        key: row.key,
        occupation: row.occupation,
        occupationName: row.occupation_name,
        level: row.level,
        town: row.town,
        people: row.people,
        openClasses: row.open_classes,
      })),
      nextCursor,
    };
  },
});

export const exportClassDemand = exportOf(classDemand, {
  title: "等着开班的人数",
  columns: [
    { header: "职业（工种）", width: 24, value: (row) => row.occupationName },
    { header: "等级", value: (row) => (isSkillLevel(row.level) ? skillLevelLabel(row.level) : "无等级") },
    { header: "镇（街道）", width: 20, value: (row) => (row.town === "" ? "不限" : regionName(row.town)) },
    { header: "等的人数", kind: "number", value: (row) => row.people },
    { header: "还能报名的班", kind: "number", value: (row) => row.openClasses },
  ],
});
