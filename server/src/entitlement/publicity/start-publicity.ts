import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Id, Line } from "../../kernel/shapes.ts";
import { ClaimFilter, filtered } from "../claim/claim-rows.ts";
import { publiciseApproved } from "./publicise.ts";

/** Claims that one officer ticks at once. */
const MOST_CHOSEN = 500;

/**
 * `POST /api/v1/publicity`: an officer opens a round of publicity of approved claims of their region: the chosen ones, or all that
 * match the filters of the list. Refuses chosen claims that can't be publicised now, so that a round holds what was chosen, and a
 * document number of an earlier round, unless one document is publicised in several.
 */
export const startPublicity = operation({
  method: "POST",
  path: "/api/v1/publicity",
  summary: "将已核定的补贴申请编成一批公示",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({
    claimIds: z.array(Id).min(1, "请至少选一笔").max(MOST_CHOSEN).optional().describe("选定的申请；空：符合条件的全部"),
    filter: ClaimFilter.pick({ policy: true, benefit: true, town: true, q: true }).optional(),
    document: Line(60).optional().describe("文号"),
    sharesDocument: z.boolean().default(false).describe("一份文件分几批公示：与前一批同一文号"),
  }),
  output: z.strictObject({
    id: Id.nullable().describe("批次；空：没有可以公示的"),
    title: z.string().nullable(),
    publicised: z.number().int().describe("本次公示的笔数"),
  }),
  async run(context, { body }) {
    const chosen = body.claimIds && [...new Set(body.claimIds)];
    const matching = filtered(context.actor, { ...body.filter, state: ["approved"] }, context.today);
    const round = await publiciseApproved(context, {
      region: context.actor.region,
      only: chosen === undefined ? sql<boolean>`${matching}` : sql<boolean>`c.id = any(${chosen}::uuid[])`,
      document: body.document,
      sharesDocument: body.sharesDocument,
    });
    const left = (chosen?.length ?? 0) - (round?.publicised ?? 0);
    if (chosen !== undefined && left > 0)
      throw conflict(
        "claims-not-publicisable",
        `所选的有 ${left} 笔现在不能公示：已经公示、暂缓办理、本人撤回了公示同意，或不属于本辖区。请刷新页面后重新选择。`,
      );
    if (round === null) return { id: null, title: null, publicised: 0 };
    context.audit({ kind: "publicity", id: round.id, detail: { publicised: round.publicised } });
    return round;
  },
});
