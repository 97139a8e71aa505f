import {
  addWorkingDays,
  type CivilDate as CivilDay,
  maskPersonName,
  UnknownCalendarYearError,
} from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { officeDay, setDueDays } from "../../kernel/due-days.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, CivilDate, Id } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { withdrawnFrom } from "../../people/index.ts";
import { batchStates } from "../evaluation-states.ts";
import { batchOwner } from "../owners.ts";
import { DUE, holdBatch, nodeDays, passNode, rulesOf } from "../batch/batch.ts";
import { tellCandidates } from "../batch/tell.ts";

/** Last day of a publicity that begins on a day: that day is not counted. A year without announced holidays closes no deadline. */
function lastDay(context: Context, days: number): CivilDay {
  try {
    return addWorkingDays(context.today, days);
  } catch (error) {
    if (error instanceof UnknownCalendarYearError)
      throw conflict("calendar-year-unknown", `${error.message}请管理员录入放假安排后再公示。`);
    throw error;
  }
}

/** Publicises the results for the county's working days. Certificates come after them. */
export const publiciseResults = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/publicity",
  summary: "公示成绩",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: z.object({ startsOn: CivilDate, endsOn: CivilDate }),
  async run(context, { params }) {
    const batch = await holdBatch(context, params.id, ["scored"]);
    const rules = await rulesOf(context.db, batch);
    const endsOn = lastDay(context, rules.value("publicity-days"));
    await context.db
      .insertInto("evaluation_publicity")
      .values({
        batch_id: batch.id,
        starts_on: context.today,
        ends_on: endsOn,
        started_by: context.actor.accountId,
        started_at: context.now,
      })
      .execute();
    await passNode(context, batch, "publicity");
    // Certificates can't be due before publicity is over.
    const after = officeDay(endsOn, 1);
    await setDueDays(
      context,
      { kind: DUE, subject: batch.id, region: batch.region, organisationId: batch.organisationId },
      nodeDays(batch.examOn, rules)
        .filter(({ node }) => ["certificates", "close"].includes(node))
        .map((node) => ({ ...node, on: node.on < after ? after : node.on })),
    );
    await moveState(context, batchStates, batch.id, "publicised");
    await tellCandidates(
      context,
      batch,
      `${batch.examOn} 的${batch.occupationName}技能认定成绩已公示，可以查看。有异议的请在 ${endsOn} 前提出。`,
    );
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { endsOn } });
    return { startsOn: context.today, endsOn };
  },
});

/** Results in publicity: masked name, end of the ticket, passed or not. Nobody's numbers. */
export const evaluationPublicity = operation({
  method: "GET",
  path: "/api/v1/evaluation-publicity",
  summary: "正在公示的认定成绩",
  permission: { public: true },
  output: z.object({
    batches: z.array(
      z.object({
        id: Id,
        number: z.string(),
        organisationName: z.string(),
        occupationName: z.string(),
        level: z.int(),
        examOn: CivilDate,
        startsOn: CivilDate,
        endsOn: CivilDate,
        rows: z.array(z.object({ name: z.string(), ticketEnd: z.string(), passed: z.boolean() })),
      }),
    ),
  }),
  async run(context) {
    const { rows } = await sql<{
      id: string;
      number: string;
      organisationName: string;
      occupationName: string;
      level: number;
      examOn: CivilDay;
      startsOn: CivilDay;
      endsOn: CivilDay;
      people: { personId: string; name: string; ticket: string; passed: boolean }[];
    }>`
      select b.id, b.number, o.name as "organisationName", b.occupation_name as "occupationName", b.level, b.exam_on as "examOn",
        u.starts_on as "startsOn", u.ends_on as "endsOn",
        (select coalesce(json_agg(json_build_object('personId', k.person_id, 'name', p.name, 'ticket', k.ticket, 'passed', r.passed) order by k.ticket), '[]')
          from evaluation_result r join evaluation_candidate k on k.id = r.candidate_id join person p on p.id = k.person_id
          where r.batch_id = b.id and not exists (select from evaluation_result n where n.replaces = r.id)) as people
      from evaluation_publicity u join evaluation_batch b on b.id = u.batch_id and b.state = 'publicised' join organisation o on o.id = b.organisation_id
      where u.ends_on >= ${context.today}::date order by u.ends_on, b.number limit 50`.execute(context.db);
    const kept = await withdrawnFrom(
      context.db,
      rows.flatMap(({ people }) => people.map(({ personId }) => personId)),
      "publication",
    );
    return {
      batches: rows.map(({ people, ...batch }) => ({
        ...batch,
        rows: people.map(({ personId, name, ticket, passed }) => ({
          name: kept.has(personId) ? "（本人不同意公示姓名）" : maskPersonName(name),
          ticketEnd: ticket.slice(-4),
          passed,
        })),
      })),
    };
  },
});
