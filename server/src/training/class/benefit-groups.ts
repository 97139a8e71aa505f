import type { Policy } from "@jinengtong/policy";

/**
 * The groups that the rules of a benefit name as ways in. Empty where it asks for none: a roster is then not held against any.
 * Only a hint for rosters; who is entitled is decided by the policy itself, from facts.
 */
export function benefitGroups(policy: Policy | undefined, benefit: string): ReadonlySet<string> {
  const source = policy?.rules.benefits.find((each) => each.id === benefit);
  const found = new Set<string>();
  for (const test of source?.tests ?? []) collect(test.rule, found);
  return found;
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const inner of node) collect(inner, found);
    return;
  }
  if (node === null || typeof node !== "object") return;
  if ("kind" in node && node.kind === "groups" && "any" in node && Array.isArray(node.any)) {
    for (const group of node.any) if (typeof group === "string") found.add(group);
  }
  for (const inner of Object.values(node)) collect(inner, found);
}
