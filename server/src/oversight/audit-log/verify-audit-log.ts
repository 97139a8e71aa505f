import { z } from "zod";
import { verifyAudit } from "../../kernel/audit.ts";
import { handOutHead } from "../../kernel/hand-out-head.ts";
import { operation } from "../../kernel/operation.ts";
import { Instant } from "../../kernel/shapes.ts";
import { READERS } from "./audit-entries.ts";

/** Recomputes the whole chain and reports altered, missing or re-ordered rows. */
export const verifyAuditLog = operation({
  method: "POST",
  path: "/api/v1/audit-log/verification",
  summary: "校验审计日志完整性",
  permission: { roles: READERS },
  // Each call reads the whole log.
  perMinute: 6,
  creates: false,
  body: z.strictObject({ head: z.string().max(400).optional().describe("以前交出的链头，用来核对末尾有没有被截去") }),
  output: z.object({
    ok: z.boolean(),
    checked: z.number().int(),
    differences: z.array(z.string()),
    at: Instant,
    head: z.string().nullable().describe("现在的链头，抄存到平台之外"),
  }),
  async run({ services, now }, { body }) {
    const head = await handOutHead(services);
    const { checked, differences } = await verifyAudit(services, body.head === undefined ? [] : [body.head]);
    return {
      ok: differences.length === 0,
      checked,
      differences: differences.slice(0, 100),
      at: now.toISOString(),
      head,
    };
  },
});
