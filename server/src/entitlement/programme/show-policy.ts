import { clauses, describeBenefit, type Parameter, vocabularyOf } from "@jinengtong/policy";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../../kernel/audit.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { ClaimingShape, viewClaiming } from "./claiming-view.ts";
import { LocalParameter, listParametersOf } from "./parameter-view.ts";
import { policyOf, policyOn } from "./policies.ts";
import { decisionOn, readingsOf } from "./readings.ts";

const Names = z.array(z.strictObject({ id: z.string(), label: z.string() }));

const Summary = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  digest: z.string(),
  issuedBy: z.string(),
  documentNumber: z.string(),
  effective: z.strictObject({ from: z.string(), to: z.string().nullable() }),
  notes: z.array(z.string()),
  clauses: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      concerns: z.array(z.string()),
      benefits: z.array(z.string()),
      features: z.array(z.string()),
    }),
  ),
  benefits: z.array(
    z.strictObject({
      benefit: z.string(),
      clause: z.string(),
      title: z.string(),
      audience: z.string(),
      summary: z.string(),
      tests: z.array(z.strictObject({ id: z.string(), clause: z.string(), title: z.string(), text: z.string() })),
      amount: z.array(z.strictObject({ stage: z.string().nullable(), clause: z.string(), text: z.string() })),
      claiming: ClaimingShape.nullable().describe("怎么申请"),
    }),
  ),
  vocabulary: z
    .strictObject({ groups: Names, courses: Names, grants: Names })
    .describe("本政策用到的人员类别、创业培训课程，以及政策以外也可能享受过的补贴"),
  interpretations: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      question: z.string(),
      readings: z.array(z.strictObject({ id: z.string(), text: z.string() })),
      chosen: z.string(),
      reason: z.string(),
      decidedBy: z.string().nullable(),
      since: z.string().nullable(),
      proposedBy: z.string().nullable(),
      parameter: z.string().nullable(),
      turnedBy: z.string().nullable().describe("由哪个参数改变这一读法，现行的值"),
    }),
  ),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      clause: z.string(),
      kind: z.enum(["money", "ratio", "percent", "count", "day", "choice"]),
      supplied: z.enum(["package", "place", "optional"]),
      description: z.string(),
      values: z.array(
        z.strictObject({
          from: CivilDate.nullable(),
          to: CivilDate.nullable(),
          value: z.union([z.number(), z.string()]),
          source: z.string(),
        }),
      ),
      local: z.array(LocalParameter).describe("当地公布的值，优先于政策包中的值；sample 为示例数据"),
    }),
  ),
});

/**
 * `GET /api/v1/policy/:id`: a programme in words: clauses, benefits, interpretations, parameters with current and future local
 * values. `ID` is the version that the programme goes by today, `ID@VERSION` a certain one.
 */
export const showPolicy = operation({
  method: "GET",
  path: "/api/v1/policy/:id",
  summary: "政策说明",
  permission: { public: true },
  params: z.object({ id: z.string().max(80) }),
  output: Summary,
  async run(context, { params }) {
    const policy = params.id.includes("@")
      ? policyOf(context.services, params.id)
      : policyOn(context.services, params.id, context.today);
    const local = (await listParametersOf(context.db, policy.id)).filter((row) => row.state === "in-force");
    const readings = await readingsOf(context.db, policy, context.today);
    const etag = `"${createHash("sha256")
      .update(policy.digest)
      .update(canonical([...policy.claiming.values()]))
      .update(canonical(local))
      .update(canonical(readings.map((one) => [decisionOn(one), one.turnedBy])))
      .digest("base64url")}"`;
    const headers = { etag, "cache-control": "public, no-cache" };
    if (context.request.headers["if-none-match"] === etag)
      // 304 has no body of any shape.
      return new FileReply({ mediaType: "application/json", content: Buffer.alloc(0), status: 304, headers }) as never;
    context.replyHeaders.push(...Object.entries(headers));
    const { manifest, parameters } = policy.rules;
    return {
      id: policy.id,
      version: policy.version,
      title: policy.title,
      digest: policy.digest,
      issuedBy: manifest.issuedBy,
      documentNumber: manifest.documentNumber,
      effective: { from: manifest.effective.from, to: manifest.effective.to ?? null },
      notes: manifest.notes,
      clauses: [...clauses(policy)],
      benefits: [...policy.benefits.keys()].map((benefit) => {
        const { interpretations: _cited, ...described } = describeBenefit(policy, benefit);
        return { ...described, claiming: viewClaiming(policy, benefit) };
      }),
      vocabulary: vocabularyOf(policy),
      interpretations: readings.map((one) => ({
        ...one.reading,
        // Only officers of the county can confirm a reading: until then no package's word counts as a decision.
        ...decisionOn(one),
        proposedBy: one.proposer,
        parameter: one.turnedBy?.name ?? null,
        turnedBy:
          one.turnedBy === null
            ? null
            : `由参数“${one.turnedBy.label}”决定，${one.turnedBy.value === null ? "当地尚未公布" : `现行：${one.turnedBy.value}`}`,
      })),
      parameters: parameters.map((parameter) => parameterOf(parameter, local)),
    };
  },
});

function parameterOf(parameter: Parameter, local: z.output<typeof LocalParameter>[]) {
  const { name, label, clause, type, supplied, description } = parameter;
  return {
    name,
    label,
    clause,
    kind: type.kind,
    supplied,
    description,
    values: parameter.values.map(({ from, to, value, source }) => ({
      from: (from ?? null) as z.output<typeof CivilDate> | null,
      to: (to ?? null) as z.output<typeof CivilDate> | null,
      value,
      source,
    })),
    local: local.filter((row) => row.name === name),
  };
}
