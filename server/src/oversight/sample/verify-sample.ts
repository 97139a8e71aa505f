import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { draw, frameIds } from "./sample-frames.ts";
import { READERS, sampleOf, sampleOwner } from "./sample-view.ts";

/** Draws again with the recorded seed and compares. Reports if the frame has grown since. */
export const verifySample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id/verification",
  summary: "复验抽样",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: z.object({
    same: z.boolean(),
    frameSizeThen: z.number().int(),
    frameSizeNow: z.number().int(),
    missing: z.array(Id),
    unexpected: z.array(Id),
    note: z.string(),
  }),
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const ids = await frameIds(context.db, row.frame, row.filter, row.region);
    const again = new Set(draw(ids, row.seed, row.size));
    const missing = row.drawn.filter((id) => !again.has(id));
    const unexpected = [...again].filter((id) => !row.drawn.includes(id));
    const same = missing.length === 0 && unexpected.length === 0;
    return {
      same,
      frameSizeThen: row.frameSize,
      frameSizeNow: ids.length,
      missing,
      unexpected,
      note: same
        ? "用记录的种子重抽，结果一致。"
        : ids.length === row.frameSize
          ? "总体数量未变而结果不同，抽样记录或总体可能被改动，请查审计日志。"
          : `总体由 ${row.frameSize} 变为 ${ids.length}，新增或移出的记录改变了抽取结果。`,
    };
  },
});
