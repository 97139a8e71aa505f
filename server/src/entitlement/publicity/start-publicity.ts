import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { publiciseApproved } from "./publicise.ts";

/**
 * `POST /api/v1/publicity`: an officer starts the publicity of their region's approved claims without waiting for the daily job.
 */
export const startPublicity = operation({
  method: "POST",
  path: "/api/v1/publicity",
  summary: "将已核定的补贴申请公示",
  permission: { roles: ["reviewer"] },
  output: z.strictObject({ publicised: z.number().int().describe("本次公示的笔数") }),
  async run(context) {
    const publicised = await publiciseApproved(context, context.actor.region);
    context.audit({ kind: "publicity", id: context.today, detail: { publicised } });
    return { publicised };
  },
});
