import { county, isTown } from "@jinengtong/county";
import { findOccupation } from "@jinengtong/standards";
import { z } from "zod";
import { standardFor } from "../../catalogue/index.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { Done, OccupationCode } from "../../kernel/shapes.ts";
import { Level, Town } from "../class/shapes.ts";

/** Most wishes of one person at a time: a wish is of somebody who would come. */
const MOST = 10;

/** Puts oneself on the waiting list for an occupation and level, in some towns or anywhere; the same wish again changes its towns. */
export const makeWish = operation({
  method: "POST",
  path: "/api/v1/me/class-wishes",
  summary: "有这样的班时告诉我",
  permission: { roles: ["learner"] },
  body: z.strictObject({
    occupation: OccupationCode,
    level: Level,
    towns: z.array(Town).max(20).default([]).describe("只要这些镇的；空为全县都行"),
    agreed: z.literal(true, "请先同意在开班时收到通知").describe("同意开班时收到一次通知"),
  }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId;
    if (personId === null) throw forbidden("该账号没有关联个人档案。请使用本人账号登录。");
    const towns = [...new Set(body.towns)].toSorted();
    if (!towns.every(isTown))
      throw unacceptable("town-unknown", "有的镇不在本地，请重新选择。", [
        { pointer: "/towns", detail: "请选择本地的镇（街道）" },
      ]);
    const standard = await standardFor(context.db, {
      occupation: body.occupation,
      level: body.level,
      date: context.today,
      region: county().region.code,
    });
    const name = standard?.occupationName ?? findOccupation(body.occupation)?.name;
    if (name === undefined)
      throw unacceptable("occupation-unknown", "没有这个职业（工种），请从补贴目录里选择。", [
        { pointer: "/occupation", detail: "请从补贴目录里选择" },
      ]);
    const waiting = await context.db
      .selectFrom("class_wish")
      .select(["id", "occupation", "level"])
      .where("person_id", "=", personId)
      .where("ended_at", "is", null)
      .execute();
    const same = waiting.find((one) => one.occupation === body.occupation && one.level === body.level);
    if (same === undefined && waiting.length >= MOST)
      throw unacceptable("too-many-wishes", `一个人最多同时等 ${MOST} 种班，请先在“我在等的班”里去掉不想学的。`);
    const row =
      same === undefined
        ? await context.db
            .insertInto("class_wish")
            .values({
              person_id: personId,
              occupation: body.occupation,
              occupation_name: name,
              level: body.level,
              towns,
              made_at: context.now,
            })
            .returning("id")
            .executeTakeFirstOrThrow()
        : await context.db
            .updateTable("class_wish")
            .set({ towns })
            .where("id", "=", same.id)
            .returning("id")
            .executeTakeFirstOrThrow();
    context.audit({ kind: "class-wish", id: row.id });
    return { id: row.id };
  },
});
