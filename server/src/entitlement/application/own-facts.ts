import type { CaseFacts, Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { factsAt } from "../../people/index.ts";
import { personBlock } from "../case/build-cases.ts";
import { historiesOf } from "../case/case-records.ts";
import { parametersFor } from "../programme/local-parameters.ts";

/** A person's record today as a case without a benefit: no training, certificate or claim. */
export async function ownFacts(context: Context, policy: Policy, personId: string): Promise<CaseFacts> {
  const { person, priorDegree, ...record } = await factsAt(context.db, personId, context.today);
  const history = (await historiesOf(context.db, policy, [personId])).get(personId) ?? [];
  return {
    ...record,
    person: personBlock(policy, { person, priorDegree }),
    appliedOn: context.today,
    history: history.map(({ entry }) => entry),
    parameters: await parametersFor(context.db, policy, context.today),
  };
}
