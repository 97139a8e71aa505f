import { county } from "@jinengtong/county";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import type { Policies } from "../../kernel/policies.ts";
import { noProgrammeOn, periodOf, programmesOn } from "../../kernel/programmes.ts";
import { CivilDate } from "../../kernel/shapes.ts";

const Period = z.strictObject({ from: z.string(), to: z.string().nullable() });

const Programme = z.strictObject({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  issuedBy: z.string(),
  period: Period.describe("各版本合起来的施行期间"),
  inForce: z.string().nullable().describe("当日施行的版本；没有时为空"),
  shown: z.string().describe("按当日查看时显示的版本：施行的一版，期间以外为最新的一版"),
  versions: z.array(
    z.strictObject({
      version: z.string(),
      digest: z.string(),
      effective: Period,
      redecides: z.boolean().describe("施行时在办的申请改按它重新裁定"),
    }),
  ),
  benefits: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        classKind: z.string().nullable().describe("按它开的班可以公开查找时，这类班的名称"),
      }),
    )
    .describe("各版本有过的补贴项目"),
});

/**
 * `GET /api/v1/policy`: the county's programmes in its own order, with their versions and periods, and the one that is usual on a
 * day. Past ones stay, with the law of their day.
 */
export const listProgrammes = operation({
  method: "GET",
  path: "/api/v1/policy",
  summary: "本地的政策及其版本",
  permission: { public: true },
  carriedBy: { "/classes": "" },
  query: z.object({ on: CivilDate.optional().describe("按哪一天选择，默认今天") }),
  output: z.strictObject({
    on: CivilDate,
    programmes: z.array(Programme),
    usual: z.string().nullable().describe("当日施行的第一项；没有施行中的政策时为空"),
    none: z.string().nullable().describe("没有施行中的政策时，说明该怎么办"),
  }),
  async run({ services: { policies }, today }, { query }) {
    const on = query.on ?? today;
    const [usual] = programmesOn(policies, on);
    return {
      on,
      programmes: county().programmes.flatMap((id) => programmeOf(policies, id, on) ?? []),
      usual: usual?.id ?? null,
      none: usual ? null : noProgrammeOn(policies, on),
    };
  },
});

function programmeOf(policies: Policies, id: string, on: string): z.output<typeof Programme> | null {
  const shown = policies.shownOn(id, on);
  if (!shown) return null;
  const versions = policies.versionsOf(id);
  // Newest first: a benefit goes by its newest name.
  const names = new Map(
    versions
      .toReversed()
      .flatMap((version) => [...version.benefits.values()].map(({ source }) => [source.id, source.title] as const))
      .toReversed(),
  );
  const { manifest } = shown.rules;
  return {
    id,
    title: shown.title,
    documentNumber: manifest.documentNumber,
    issuedBy: manifest.issuedBy,
    period: periodOf(policies, id),
    inForce: policies.onDay(id, on)?.version ?? null,
    shown: shown.version,
    versions: versions.toReversed().map(({ version, digest, rules }) => ({
      version,
      digest,
      effective: { from: rules.manifest.effective.from, to: rules.manifest.effective.to ?? null },
      redecides: rules.manifest.transition === "redecide",
    })),
    benefits: [...names].map(([benefit, title]) => {
      const claiming = shown.claiming.get(benefit);
      return { id: benefit, title, classKind: claiming?.class?.searched === true ? claiming.short : null };
    }),
  };
}
