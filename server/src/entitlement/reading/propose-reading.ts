import { interpretations } from "@jinengtong/policy";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { Text } from "../../kernel/shapes.ts";
import { policyOf, policyOn } from "../programme/policies.ts";
import { readingDigest } from "../programme/readings.ts";

/**
 * `POST /api/v1/policy/:id/readings`: an officer proposes that the bureau confirms a reading as the version has it, on the strength of a
 * paper. `chosen` is the alternative that was read, so that nobody confirms another.
 */
export const proposeReading = operation({
  method: "POST",
  path: "/api/v1/policy/:id/readings",
  summary: "提请确认读法（待另一人确认）",
  permission: { roles: ["reviewer"], over: countyWide },
  params: z.object({ id: z.string().max(80) }),
  body: z.strictObject({
    reading: z.string().max(80),
    chosen: z.string().max(80).describe("所确认的读法，即政策包所取的"),
    source: Text(300, 4).describe("依据的文件或会议纪要"),
  }),
  output: z.strictObject({ id: z.number().int() }),
  async run(context, { params, body }) {
    const policy = params.id.includes("@")
      ? policyOf(context.services, params.id)
      : policyOn(context.services, params.id, context.today);
    const reading = interpretations(policy).find(({ id }) => id === body.reading);
    if (!reading) throw notFound("这一读法");
    if (reading.chosen !== body.chosen)
      throw unacceptable(
        "reading-not-chosen",
        `“${policy.title}”第 ${policy.version} 版取的是另一种读法，确认了也不会照办。要改用这种读法，请起草新版本${reading.parameter === undefined ? "" : "，或改本地参数"}。`,
        [{ pointer: "/chosen", detail: "不是政策包所取的读法" }],
      );
    const made = await context.db
      .insertInto("policy_reading")
      .values({
        policy_id: policy.id,
        reading: reading.id,
        digest: readingDigest(reading),
        source: body.source,
        proposed_by: context.actor.accountId,
        proposed_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "policy-reading", id: String(made.id), detail: { reading: reading.id } });
    return made;
  },
});
