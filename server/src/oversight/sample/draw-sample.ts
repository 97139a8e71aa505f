import { randomBytes } from "node:crypto";
import { z } from "zod";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id, Text } from "../../kernel/shapes.ts";
import { draw, Frame, FrameFilter, frameIds } from "./sample-frames.ts";

/** Draws a random sample with a recorded seed, so that anyone can reproduce it. */
export const drawSample = operation({
  method: "POST",
  path: "/api/v1/audit-samples",
  summary: "随机抽样",
  permission: { roles: ["auditor"] },
  body: z.strictObject({
    frame: Frame,
    filter: FrameFilter.default({}),
    size: z.number().int().min(1).max(1_000),
    seed: Text(100).optional().describe("不填则由系统随机产生"),
  }),
  output: z.object({ id: Id, seed: z.string(), frameSize: z.number().int(), drawn: z.array(Id) }),
  async run(context, { body }) {
    const ids = await frameIds(context.db, body.frame, body.filter, context.actor.region);
    if (ids.length === 0) throw unacceptable("empty-frame", "没有符合条件的记录可供抽取，请放宽条件。");
    const seed = body.seed ?? randomBytes(12).toString("hex");
    const drawn = draw(ids, seed, body.size);
    const { id } = await context.db
      .insertInto("audit_sample")
      .values({
        seed,
        frame: body.frame,
        filter: json(body.filter),
        frame_size: ids.length,
        size: drawn.length,
        drawn,
        drawn_by: context.actor.accountId,
        drawn_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "audit-sample", id, detail: { frame: body.frame, seed, size: drawn.length } });
    return { id, seed, frameSize: ids.length, drawn };
  },
});
