import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { Level } from "../class/shapes.ts";

/** One's own waiting lists, newest first, and the classes that one was told of. */
export const myWishes = operation({
  method: "GET",
  path: "/api/v1/me/class-wishes",
  summary: "我在等的班",
  permission: { roles: ["learner"] },
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        occupation: z.string(),
        occupationName: z.string(),
        level: Level,
        towns: z.array(z.string()),
        madeAt: Instant,
        waiting: z.boolean(),
        toldClassId: Id.nullable().describe("开了班、已经通知的"),
      }),
    ),
  }),
  async run(context) {
    const rows = await context.db
      .selectFrom("class_wish")
      .selectAll()
      .where("person_id", "=", context.actor.personId ?? "")
      .orderBy("made_at", "desc")
      .limit(50)
      .execute();
    return {
      rows: rows.map((row) => ({
        id: row.id,
        occupation: row.occupation,
        occupationName: row.occupation_name,
        level: row.level,
        towns: row.towns,
        madeAt: row.made_at.toISOString(),
        waiting: row.ended_at === null,
        toldClassId: row.told_class_id,
      })),
    };
  },
});
