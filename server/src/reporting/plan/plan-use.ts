import { z } from "zod";
import { placeLabel } from "../../catalogue/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { STATISTICS_READERS } from "../target/target-view.ts";

const ORDER = sortable({
  columns: {
    project: byName("x.project"),
    places: byNumber("x.places"),
    drawn: byNumber("x.drawn"),
    used: byNumber("x.used"),
    done: byNumber("x.done"),
    left: byNumber("x.places_left", "last"),
  },
  unique: byText("x.key"),
  usual: "project",
});

interface Row {
  id: string;
  project_id: string;
  project: string;
  owner: string | null;
  scope: "plan" | "town" | "organisation";
  town: string | null;
  organisation_id: string | null;
  organisation_name: string | null;
  places: number;
  overdraw: number;
  drawn: number;
  used: number;
  done: number;
  persons: number;
  fen_per_place: number | null;
  returns_on: string | null;
}

/**
 * `GET /api/v1/plan-quotas`: places of named plans against their use, by place (五.1). Drawn: places of approved classes; used: learners of those that
 * began; done: learners who finished; persons: different people among the used.
 */
export const planUse = operation({
  method: "GET",
  path: "/api/v1/plan-quotas",
  summary: "专项计划名额的使用",
  permission: { roles: STATISTICS_READERS },
  query: ORDER.query.extend({ year: z.coerce.number().int().optional(), projectId: Id.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      projectId: Id,
      project: z.string(),
      owner: z.string().nullable().describe("主管部门；空为人社部门"),
      scope: z.enum(["plan", "town", "organisation"]),
      place: z.string(),
      at: z.object({ scope: z.enum(["plan", "town", "organisation"]), town: z.string(), organisationId: z.string() }),
      places: z.int(),
      overdraw: z.int().describe("允许超出的名额"),
      drawn: z.int().describe("批准的班占用的名额"),
      left: z.int(),
      used: z.int().describe("开班后在册的人次"),
      done: z.int().describe("结业的人次"),
      persons: z.int().describe("在册的人数，一人只计一次"),
      fen: Fen.nullable().describe("名额合计的资金"),
      returnsOn: CivilDate.nullable(),
    }),
  ).extend({ people: z.int().describe("这一年各计划在册的人数，一人只计一次") }),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const year = query.year ?? Number(context.today.slice(0, 4));
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.*, ${page.place} from (
        select q.id, q.project_id, p.name as project, w.name as owner, q.scope, q.town, q.organisation_id, o.name as organisation_name, q.places, q.overdraw, q.drawn,
          q.places + q.overdraw - q.drawn as places_left, q.fen_per_place, q.returns_on, u.used, u.done, u.persons,
          p.code || ' ' || array_position(array['plan', 'town', 'organisation'], q.scope) || ' ' || coalesce(q.town, o.name, '') || q.id as key
        from plan_quota q join training_project p on p.id = q.project_id left join organisation w on w.id = p.owner_id
        left join organisation o on o.id = q.organisation_id
        cross join lateral (select count(*)::int as used, count(*) filter (where e.state = 'completed')::int as done,
          count(distinct e.person_id)::int as persons from plan_quota_draw d
          join training_class c on c.id = d.class_id and c.state in ('running', 'suspended', 'completed', 'closed')
          join enrolment e on e.class_id = d.class_id and e.state in ('enrolled', 'completed', 'failed') where d.quota_id = q.id) u
        where q.year = ${year} and starts_with(p.region, ${context.actor.region.slice(0, 6)})
          and (${query.projectId ?? null}::uuid is null or q.project_id = ${query.projectId ?? null}::uuid)
          and (q.scope <> 'town' or starts_with(q.town, ${context.actor.region}))
      ) x where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        projectId: row.project_id,
        project: row.project,
        owner: row.owner,
        scope: row.scope,
        place: placeLabel(row),
        at: { scope: row.scope, town: row.town ?? "", organisationId: row.organisation_id ?? "" },
        places: row.places,
        overdraw: row.overdraw,
        drawn: row.drawn,
        left: row.places + row.overdraw - row.drawn,
        used: row.used,
        done: row.done,
        persons: row.persons,
        fen: row.fen_per_place === null ? null : row.fen_per_place * row.places,
        returnsOn: row.returns_on as z.output<typeof CivilDate> | null,
      })),
      nextCursor,
      people: await peopleOf(context, year),
    };
  },
});

/** Different people in classes of any named plan in a year: who is in two plans counts in each of them, and once here. */
async function peopleOf({ db, actor }: Context, year: number): Promise<number> {
  const found = await sql<{ people: number }>`
    select count(distinct e.person_id)::int as people from plan_quota q join training_project p on p.id = q.project_id
    join plan_quota_draw d on d.quota_id = q.id
    join training_class c on c.id = d.class_id and c.state in ('running', 'suspended', 'completed', 'closed')
    join enrolment e on e.class_id = c.id and e.state in ('enrolled', 'completed', 'failed')
    where q.year = ${year} and starts_with(p.region, ${actor.region.slice(0, 6)})`.execute(db);
  return found.rows[0]?.people ?? 0;
}

export const exportPlanUse = exportOf(planUse, {
  title: "专项计划名额使用情况",
  columns: [
    { header: "专项计划", width: 28, value: (row) => row.project },
    { header: "主管部门", width: 20, value: (row) => row.owner ?? "" },
    { header: "范围", width: 20, value: (row) => row.place },
    { header: "名额", kind: "number", value: (row) => row.places },
    { header: "允许超出", kind: "number", value: (row) => row.overdraw },
    { header: "已批准占用", kind: "number", value: (row) => row.drawn },
    { header: "剩余", kind: "number", value: (row) => row.left },
    { header: "在册人次", kind: "number", value: (row) => row.used },
    { header: "结业人次", kind: "number", value: (row) => row.done },
    { header: "在册人数", kind: "number", value: (row) => row.persons },
    { header: "资金（元）", kind: "yuan", value: (row) => row.fen },
    { header: "收回日期", value: (row) => row.returnsOn },
  ],
});
