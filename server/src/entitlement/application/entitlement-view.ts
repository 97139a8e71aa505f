import {
  type CaseFacts,
  describeBenefit,
  type Entitlements,
  entitlements,
  labelOf,
  type Policy,
} from "@jinengtong/policy";
import { z } from "zod";
import { Fen, Id } from "../../kernel/shapes.ts";
import { State } from "../claim/claim-rows.ts";
import { TimesLeftShape } from "../estimate/times-left-shape.ts";
import { wayOnOf, WayOnShape } from "../programme/claiming-view.ts";
import { DecisionShape } from "../programme/trace.ts";

const Benefit = z.strictObject({
  benefit: z.string(),
  clause: z.string(),
  title: z.string(),
  audience: z.string(),
  wayOn: WayOnShape.nullable().describe("下一步怎么办"),
  evidence: z.enum(["certificate", "degree", "employment", "class"]).nullable().describe("凭什么申请"),
  status: z.enum(["eligible", "missing", "ineligible"]).describe("可享受、还缺资料、不符合"),
  decision: DecisionShape,
  missing: z.array(z.strictObject({ path: z.string(), label: z.string() })),
});

/** "What can I get?": every benefit, and the question that would settle most. */
export const EntitlementsShape = z.strictObject({
  policy: z.strictObject({ id: z.string(), title: z.string(), digest: z.string() }),
  benefits: z.array(Benefit),
  nextQuestion: z
    .strictObject({
      path: z.string(),
      question: z.string(),
      kind: z.enum(["boolean", "choice", "choices", "number", "money", "date", "text", "history", "periods"]),
      options: z.array(z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), label: z.string() })),
    })
    .nullable(),
});

/** "What can I get?" for a person on record: with the claim under way for a benefit. */
export const OwnEntitlementsShape = EntitlementsShape.extend({
  benefits: z.array(
    Benefit.extend({
      claim: z
        .strictObject({ id: Id, state: State, stateLabel: z.string(), amountFen: Fen.nullable() })
        .nullable()
        .describe("正在办理的申请"),
      left: TimesLeftShape.nullable(),
    }),
  ),
});

/** Decides every benefit on the known facts, in the programme's order. Skipped questions aren't asked again. */
export function viewEntitlements(
  policy: Policy,
  facts: CaseFacts,
  skipped: readonly string[] = [],
): z.output<typeof EntitlementsShape> {
  const found: Entitlements = entitlements(policy, facts, skipped);
  return {
    policy: { id: policy.id, title: policy.title, digest: policy.digest },
    benefits: found.benefits.map(({ missing, ...one }) => ({
      ...one,
      ...askedFor(policy, one.benefit),
      audience: describeBenefit(policy, one.benefit).audience,
      missing: missing.map((path) => missingFact(policy, path)),
    })),
    nextQuestion: found.nextQuestion,
  };
}

function askedFor(policy: Policy, benefit: string) {
  const claiming = policy.claiming.get(benefit);
  return { wayOn: claiming ? wayOnOf(claiming) : null, evidence: claiming?.evidence ?? null };
}

/** A missing fact with its label. */
export const missingFact = (policy: Policy, path: string) => ({ path, label: labelOfMissing(policy, path) });

function labelOfMissing(policy: Policy, path: string): string {
  if (!path.startsWith("parameter:")) return labelOf(path);
  const name = path.slice("parameter:".length);
  return `${policy.parameters.get(name)?.label ?? name}（待当地公布）`;
}
