import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";
import { batchOwner } from "../owners.ts";
import { type Batch, holdBatch, passNode, registrationClosed, rulesOf, WAY_NAMES, WAYS } from "./batch.ts";
import { at } from "./plan-batch.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间应写成 08:30 的样子");

export interface Sitting {
  candidateId: string;
  subjects: EvaluationWay[];
}

/** Admitted candidates in the order of their tickets, each with the subjects that they sit: those who make up sit what they failed. */
export async function sittings(context: Context, batch: Batch): Promise<Sitting[]> {
  const pass = (await rulesOf(context.db, batch)).value("pass-score");
  const { rows } = await sql<{ id: string; passed: EvaluationWay[] | null }>`
    select k.id, m.passed from evaluation_candidate k
    left join lateral (
      select array_remove(array[case when r.theory >= ${pass} then 'theory' end, case when r.practice >= ${pass} then 'practice' end,
        case when r.review >= ${pass} then 'review' end], null) as passed
      from evaluation_result r where r.candidate_id = k.make_up_of and not exists (select from evaluation_result n where n.replaces = r.id)) m on true
    where k.batch_id = ${batch.id} and k.state = 'admitted' order by k.ticket, k.id`.execute(context.db);
  return rows.map(({ id, passed }) => ({
    candidateId: id,
    subjects: batch.ways.filter((way) => !(passed ?? []).includes(way)),
  }));
}

/** Heads that stations can take: 8 stations, 40 minutes each, 6 hours are 72. */
export const practiceCapacity = (stations: number, minutesEach: number, from: Date, to: Date): number =>
  stations * Math.floor((to.getTime() - from.getTime()) / 60_000 / minutesEach);

/** Arranges rooms, seats and turns. Too small, outside the day, or in a room that another batch uses: refused. */
export const arrangeRooms = operation({
  method: "PUT",
  path: "/api/v1/evaluation-batches/:id/rooms",
  summary: "编排考场和座次",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({
    uses: z
      .array(z.strictObject({ subject: z.enum(WAY_NAMES), roomId: Id, from: Clock, to: Clock }))
      .min(1)
      .max(60),
    reason: Text(300, 2).optional().describe("超期办理的理由"),
  }),
  output: z.object({ seats: z.int() }),
  async run(context, { params, body }) {
    const batch = await holdBatch(context, params.id, ["published"]);
    if (!(await registrationClosed(context.db, batch.id)))
      throw conflict("registration-open", "请先截止报名，再编排考场。");
    const rooms = await context.db
      .selectFrom("evaluation_room")
      .select(["id", "name", "seats", "stations"])
      .where("site_id", "=", batch.siteId)
      .execute();
    const uses = body.uses.map((use, index) => {
      const room = rooms.find(({ id }) => id === use.roomId);
      if (!room)
        throw unacceptable("room-elsewhere", "考场不在本批次的场地，请从本场地的考场里选。", [
          { pointer: `/uses/${index}/roomId`, detail: "不是本场地的考场" },
        ]);
      const [from, to] = [at(batch.examOn, use.from), at(batch.examOn, use.to)];
      if (from >= to || from < batch.startsAt || to > batch.endsAt)
        throw unacceptable("room-times", "考场的时间应在计划的考试时间以内，结束晚于开始。", [
          { pointer: `/uses/${index}/from`, detail: "不在考试时间以内" },
        ]);
      return { ...use, room, from, to };
    });
    await context.db
      .updateTable("evaluation_room_use")
      .set({ released: true })
      .where("batch_id", "=", batch.id)
      .execute();
    const people = await sittings(context, batch);
    let seats = 0;
    for (const subject of batch.ways) {
      const sitting = people.filter(({ subjects }) => subjects.includes(subject)).map(({ candidateId }) => candidateId);
      const places = await openPlaces(
        context,
        batch,
        uses.filter((use) => use.subject === subject),
      );
      if (places.length < sitting.length)
        throw conflict(
          "rule-capacity",
          `${WAYS[subject]}有 ${sitting.length} 名考生，所选考场只容纳 ${places.length} 人。请增加考场或时间。`,
          { rule: "capacity", heads: sitting.length, capacity: places.length },
        );
      if (sitting.length === 0) continue;
      await context.db
        .insertInto("evaluation_seat")
        .values(sitting.map((candidateId, n) => ({ candidate_id: candidateId, subject, ...(places[n] as Place) })))
        .onConflict((taken) =>
          taken.columns(["candidate_id", "subject"]).doUpdateSet((eb) => ({
            room_use_id: eb.ref("excluded.room_use_id"),
            seat: eb.ref("excluded.seat"),
            starts_at: eb.ref("excluded.starts_at"),
          })),
        )
        .execute();
      seats += sitting.length;
    }
    await passNode(context, batch, "rooms", body.reason);
    context.audit({ kind: "evaluation-batch", id: batch.id, detail: { rooms: uses.length, seats } });
    return { seats };
  },
});

interface Place {
  room_use_id: string;
  seat: number;
  starts_at: Date;
}

interface Use {
  subject: EvaluationWay;
  room: { id: string; seats: number; stations: number };
  from: Date;
  to: Date;
}

/** Takes rooms for a subject; its places in order: seats at once, or stations turn by turn. */
async function openPlaces(context: Context, batch: Batch, uses: readonly Use[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const use of uses) {
    const { id } = await context.db
      .insertInto("evaluation_room_use")
      .values({
        batch_id: batch.id,
        subject: use.subject,
        room_id: use.room.id,
        starts_at: use.from,
        ends_at: use.to,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (use.subject !== "practice") {
      for (let seat = 1; seat <= use.room.seats; seat++) places.push({ room_use_id: id, seat, starts_at: use.from });
      continue;
    }
    const capacity = practiceCapacity(use.room.stations, batch.practiceMinutes, use.from, use.to);
    for (let n = 0; n < capacity; n++)
      places.push({
        room_use_id: id,
        seat: (n % use.room.stations) + 1,
        starts_at: new Date(use.from.getTime() + Math.floor(n / use.room.stations) * batch.practiceMinutes * 60_000),
      });
  }
  return places;
}
