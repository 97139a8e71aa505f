import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { pageOf, PageQuery } from "../../kernel/shapes.ts";
import { CLAIM_ORDER, ClaimLine, filtered, readClaimLines } from "./claim-rows.ts";
import { Step, stepsOf } from "./timeline.ts";

const MyClaim = ClaimLine.extend({ steps: z.array(Step) });

/** `GET /api/v1/me/claims`: every claim in the person's name, whoever filed it, with steps, dates and responsible office. */
export const myClaims = operation({
  method: "GET",
  path: "/api/v1/me/claims",
  summary: "我的补贴申请与进度",
  permission: { roles: ["learner"] },
  behalf: ["claim", "record"],
  query: PageQuery,
  output: pageOf(MyClaim),
  async run(context, { query }) {
    const where = filtered(context.actor, { state: undefined }, context.today);
    const found = await readClaimLines(context, where, context.today, { ...query, sort: CLAIM_ORDER.usual });
    const rows = [];
    for (const line of found.rows) rows.push({ ...line, steps: await stepsOf(context.db, line.id) });
    return { rows, nextCursor: found.nextCursor };
  },
});
