/** Membership of at least one of the listed groups. */
import type { CompiledTest, Lookup } from "../evaluation.ts";
import type { GroupsFactPath } from "../facts.ts";
import { GROUPS_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Group } from "../vocabulary.ts";
import { alternatives, listedOf, rule, slugSchema } from "./shape.ts";

export interface Groups {
  kind: "groups";
  fact: GroupsFactPath;
  any: Group[];
}

export const groupsSchema: JsonSchema = rule("groups", "属所列人员类别之一。", {
  fact: { enum: Object.keys(GROUPS_FACTS) },
  any: listedOf(slugSchema),
});

/** The first group of the list that is wanted. A list that is present is complete, so none is a definite no. */
export function firstOf(groups: readonly Group[], wanted: ReadonlySet<Group>): Group | undefined {
  for (const group of groups) if (wanted.has(group)) return group;
  return undefined;
}

export function compileGroups(node: Groups, lookup: Lookup): CompiledTest {
  const { label, read } = GROUPS_FACTS[node.fact];
  const wanted = new Set(node.any);
  const nameOf = new Map(node.any.map((group) => [group, lookup.group(group)]));
  const names = alternatives([...nameOf.values()]);
  return {
    verdict: (e) => {
      const groups = read(e.case);
      return groups === undefined ? null : firstOf(groups, wanted) !== undefined;
    },
    because: (e) => {
      const groups = read(e.case);
      if (groups === undefined) return `缺少“${label}”，不能判断是否为${names}`;
      const found = firstOf(groups, wanted);
      return found === undefined ? `不是${names}` : `是${nameOf.get(found) ?? found}`;
    },
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: `是${names}`,
  };
}
