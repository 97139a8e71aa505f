import { addMonths, type CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Line } from "../../kernel/shapes.ts";
import { organisationOwner, requireActive } from "../../organisations/index.ts";
import { siteOwner } from "../owners.ts";
import { rulesOn } from "../rule/rules.ts";

/** Registers a site of the body with its code in certificate numbers. A rented one needs the county's shortest lease. */
export const addEvaluationSite = operation({
  method: "POST",
  path: "/api/v1/evaluation-sites",
  summary: "登记认定场地",
  permission: { roles: ["evaluator"] },
  body: z.strictObject({
    code: z.string().regex(/^\d{6}$/, "场地代码为 6 位数字，用在证书编号里"),
    name: Line(60, 2),
    address: Line(120, 2),
    tenure: z.enum(["own", "rented"]),
    leasedFrom: CivilDate.optional(),
    leasedTo: CivilDate.optional(),
    video: z.boolean().describe("考场有视频监控"),
  }),
  output: Done,
  async run(context, { body }) {
    const organisationId = context.actor.organisationId ?? "";
    await requireActive(context, organisationId, "登记场地");
    const { leasedFrom, leasedTo } = body;
    if (body.tenure === "rented") {
      if (leasedFrom === undefined || leasedTo === undefined)
        throw unacceptable("lease-missing", "租用的场地请填写租期。", [
          { pointer: `/${leasedFrom === undefined ? "leasedFrom" : "leasedTo"}`, detail: "请填写租期" },
        ]);
      const rules = await rulesOn(context.db, {
        region: await townOf(context, organisationId),
        occupation: null,
        on: context.today,
      });
      const months = rules.value("lease-months");
      if (leasedTo < addMonths(leasedFrom, months))
        throw rules.refuse("lease-months", `租期 ${leasedFrom} 至 ${leasedTo} 不足 ${months} 个月，请提供更长的租约。`);
    }
    const row = await context.db
      .insertInto("evaluation_site")
      .values({
        organisation_id: organisationId,
        code: body.code,
        name: body.name,
        address: body.address,
        tenure: body.tenure,
        leased_from: body.tenure === "rented" ? (leasedFrom ?? null) : null,
        leased_to: body.tenure === "rented" ? (leasedTo ?? null) : null,
        video: body.video,
        added_by: context.actor.accountId,
        added_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "evaluation-site", id: row.id, organisationId });
    return row;
  },
});

/** The town of an organisation, where its rules and officers are. */
export async function townOf(context: Context, organisationId: string): Promise<string> {
  const row = await context.db
    .selectFrom("organisation")
    .select("town")
    .where("id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return row.town;
}

/** Registers a room of a site: its seats for theory, its stations for practice. */
export const addEvaluationRoom = operation({
  method: "POST",
  path: "/api/v1/evaluation-sites/:id/rooms",
  summary: "登记考场",
  permission: { roles: ["evaluator"], over: siteOwner },
  params: ById,
  body: z.strictObject({
    name: Line(40, 1),
    seats: z.int().min(1).max(500).describe("座位数"),
    stations: z.int().min(0).max(500).describe("技能操作工位数"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .insertInto("evaluation_room")
      .values({ site_id: params.id, ...body })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "evaluation-site", id: params.id, detail: { roomId: row.id } });
    return row;
  },
});

export const EvaluationRoom = z.object({ id: Id, name: z.string(), seats: z.int(), stations: z.int() });

/** Sites of a body with their rooms. */
export const listEvaluationSites = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/evaluation-sites",
  summary: "机构的认定场地和考场",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"], over: organisationOwner },
  params: ById,
  output: z.object({
    sites: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: z.string(),
        address: z.string(),
        tenure: z.enum(["own", "rented"]),
        leasedFrom: CivilDate.nullable(),
        leasedTo: CivilDate.nullable(),
        video: z.boolean(),
        rooms: z.array(EvaluationRoom),
      }),
    ),
  }),
  async run(context, { params }) {
    const { rows } = await sql<{
      id: string;
      code: string;
      name: string;
      address: string;
      tenure: "own" | "rented";
      leasedFrom: CivilDay | null;
      leasedTo: CivilDay | null;
      video: boolean;
      rooms: z.output<typeof EvaluationRoom>[];
    }>`
      select s.id, s.code, s.name, s.address, s.tenure, s.leased_from as "leasedFrom", s.leased_to as "leasedTo", s.video,
        coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'seats', r.seats, 'stations', r.stations) order by r.name)
          from evaluation_room r where r.site_id = s.id), '[]') as rooms
      from evaluation_site s where s.organisation_id = ${params.id} order by s.code`.execute(context.db);
    return { sites: rows };
  },
});
