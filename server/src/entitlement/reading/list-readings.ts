import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Instant } from "../../kernel/shapes.ts";
import { policyOf, policyOn } from "../programme/policies.ts";
import { type KnownReading, readingsOf } from "../programme/readings.ts";

const Line = z.strictObject({
  id: z.string(),
  clause: z.string(),
  question: z.string(),
  readings: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  chosen: z.string(),
  reason: z.string(),
  proposer: z.string().describe("政策包中由谁提出"),
  turnedBy: z
    .strictObject({ name: z.string(), label: z.string(), value: z.string().nullable() })
    .nullable()
    .describe("改变这一读法的参数和现行的值"),
  state: z.enum(["unconfirmed", "proposed", "confirmed"]),
  confirmation: z
    .strictObject({
      id: z.number().int(),
      source: z.string(),
      proposedBy: z.string(),
      proposedAt: Instant,
      mine: z.boolean().describe("由您提请，须由别人确认"),
      confirmedBy: z.string().nullable(),
      confirmedOn: CivilDate.nullable(),
    })
    .nullable(),
});

/** `GET /api/v1/policy/:id/readings`: the readings of a programme as it is today (`ID`), or of a version, and who confirmed each. */
export const listReadings = operation({
  method: "GET",
  path: "/api/v1/policy/:id/readings",
  summary: "读法及其确认",
  permission: { roles: ["reviewer", "finance", "auditor", "admin"] },
  params: z.object({ id: z.string().max(80) }),
  output: z.strictObject({ programme: z.string(), version: z.string(), rows: z.array(Line) }),
  async run(context, { params }) {
    const policy = params.id.includes("@")
      ? policyOf(context.services, params.id)
      : policyOn(context.services, params.id, context.today);
    const readings = await readingsOf(context.db, policy, context.today);
    return {
      programme: policy.id,
      version: policy.version,
      rows: readings.map((one) => lineOf(one, context.actor.accountId)),
    };
  },
});

function lineOf({ reading, proposer, confirmation, turnedBy }: KnownReading, accountId: string): z.output<typeof Line> {
  const { id, clause, question, readings, chosen, reason } = reading;
  return {
    id,
    clause,
    question,
    readings,
    chosen,
    reason,
    proposer,
    turnedBy,
    state: confirmation?.state ?? "unconfirmed",
    confirmation: confirmation && {
      id: confirmation.id,
      source: confirmation.source,
      proposedBy: confirmation.proposer,
      proposedAt: confirmation.proposed_at.toISOString(),
      mine: confirmation.proposed_by === accountId,
      confirmedBy: confirmation.decider,
      confirmedOn: confirmation.decided_on as z.output<typeof CivilDate> | null,
    },
  };
}
