import {
  benefitName,
  diffPolicies,
  type PackageFiles,
  PackageError,
  type Policy,
  policyOfFiles,
} from "@jinengtong/policy";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { type DraftRow, filesOfDraft, readDraft } from "./draft-record.ts";

export const Difference = z.strictObject({
  where: z.string().describe("补贴编号，或 parameters、interpretations、clauses、manifest"),
  title: z.string().describe("在哪一部分"),
  text: z.string(),
});

const PARTS: Readonly<Record<string, string>> = {
  parameters: "参数",
  interpretations: "读法",
  clauses: "条款",
  manifest: "总则",
};

/** Differences from the version that a draft was copied from, in words. Null where it can't be read, or began with nothing. */
export function differencesOf(
  { services }: Pick<Context, "services">,
  draft: Pick<DraftRow, "base_digest">,
  files: PackageFiles,
): z.output<typeof Difference>[] | null {
  const base = services.policies.ofDigest(draft.base_digest ?? "");
  const policy = readable(files);
  if (base === undefined || policy === null) return null;
  return differencesBetween(base, policy);
}

export const differencesBetween = (base: Policy, policy: Policy): z.output<typeof Difference>[] =>
  diffPolicies(base, policy).map(({ where, text }) => ({
    where,
    title: PARTS[where] ?? benefitName([policy, base], where),
    text,
  }));

/** The draft compiled; null while it can't be read. */
export function readable(files: PackageFiles, digest = ""): Policy | null {
  try {
    return policyOfFiles(files, digest);
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

/** `GET /api/v1/policy-drafts/:id/differences`: a draft against the version it was copied from, in words. */
export const draftDifferences = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/differences",
  summary: "政策草案与原版本的差别",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  output: z.strictObject({
    comparable: z.boolean().describe("否：草案还读不通，或是从头起草的"),
    rows: z.array(Difference),
  }),
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const differences = differencesOf(context, draft, await filesOfDraft(context.db, params.id));
    return { comparable: differences !== null, rows: differences ?? [] };
  },
});
