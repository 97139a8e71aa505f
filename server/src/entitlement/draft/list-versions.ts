import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate } from "../../kernel/shapes.ts";

/** `GET /api/v1/policy-versions`: every published version, by programme and newest first: who signed it, when, from when it holds. */
export const listVersions = operation({
  method: "GET",
  path: "/api/v1/policy-versions",
  summary: "已发布的政策版本",
  permission: { roles: ["reviewer", "finance", "auditor", "admin"] },
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        programme: z.string(),
        title: z.string(),
        version: z.string(),
        digest: z.string(),
        effectiveFrom: z.string(),
        effectiveTo: z.string().nullable(),
        transition: z.enum(["keep", "redecide"]).describe("施行时在办的申请：keep 仍按原版本，redecide 重新裁定"),
        newest: z.boolean(),
        publishedOn: CivilDate.nullable(),
        proposedBy: z.string(),
        approvedBy: z.string(),
        statement: z.string().nullable().describe("早于已支付的申请施行的理由"),
        place: z.enum(["files", "database"]).describe("随平台安装，或在平台内签发"),
      }),
    ),
  }),
  run({ services: { policies } }) {
    return Promise.resolve({
      rows: policies.every().map((policy) => {
        const { effective, transition = "keep" } = policy.rules.manifest;
        const publication = policies.publicationOf(policy.digest);
        return {
          programme: policy.id,
          title: policy.title,
          version: policy.version,
          digest: policy.digest,
          effectiveFrom: effective.from,
          effectiveTo: effective.to ?? null,
          transition,
          newest: policies.get(policy.id) === policy,
          publishedOn: (publication?.publishedOn ?? null) as z.output<typeof CivilDate> | null,
          proposedBy: publication?.proposedBy ?? "",
          approvedBy: publication?.approvedBy ?? "",
          statement: publication?.statement ?? null,
          place: publication?.place ?? "files",
        };
      }),
    });
  },
});
