/**
 * Training in the place of a relative (十三). A case without `inPlaceOf` trains for itself, so its absence is a
 * definite no; a part of it that is absent is unknown.
 */
import type { CompiledTest, Lookup } from "../evaluation.ts";
import { RELATION_NAMES } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import type { Group } from "../vocabulary.ts";
import { idsOf, nameOf, RELATIONS } from "../vocabulary.ts";
import { firstOf } from "./groups.ts";
import { alternatives, listedOf, rule, slugSchema, someOf } from "./shape.ts";

export interface InPlaceOfRule {
  kind: "in-place-of";
  relations: string[];
  groups: Group[];
}

export const inPlaceOfSchema: JsonSchema = rule("in-place-of", "代替所列亲属（属所列人员类别之一）参加培训。", {
  relations: someOf({ enum: idsOf(RELATIONS) }),
  groups: listedOf(slugSchema),
});

export function compileInPlaceOf(node: InPlaceOfRule, lookup: Lookup): CompiledTest {
  const relations = new Set(node.relations);
  const wanted = new Set(node.groups);
  const relationNames = alternatives(node.relations.map((relation) => nameOf(RELATION_NAMES, relation)));
  const groupNames = alternatives(node.groups.map((group) => lookup.group(group)));
  const relationFits = (relation: string | undefined): Verdict =>
    relation === undefined ? null : relations.has(relation);
  const groupsFit = (groups: readonly Group[] | undefined): Verdict =>
    groups === undefined ? null : firstOf(groups, wanted) !== undefined;
  return {
    verdict: (e) => {
      const other = e.case.person?.inPlaceOf;
      if (other === undefined) return false;
      const relation = relationFits(other.relation);
      const groups = groupsFit(other.groups);
      if (relation === false || groups === false) return false;
      return relation === null || groups === null ? null : true;
    },
    because: (e, verdict) => {
      const other = e.case.person?.inPlaceOf;
      if (other === undefined) return "不是代替亲属参加培训";
      if (verdict === null) return "代替亲属参加培训，但缺少与其关系或其人员类别，不能判断";
      const relation = nameOf(RELATION_NAMES, other.relation ?? "");
      if (verdict) return `作为${relation}代替${groupNames}参加培训`;
      return relationFits(other.relation) === false
        ? `代替他人参加培训，但关系（${relation}）不是${relationNames}`
        : `代替亲属参加培训，但该亲属不是${groupNames}`;
    },
    missing: (e, missing) => {
      const other = e.case.person?.inPlaceOf;
      if (other?.relation === undefined) missing.add("/person/inPlaceOf/relation");
      if (other?.groups === undefined) missing.add("/person/inPlaceOf/groups");
    },
    text: `作为${relationNames}代替${groupNames}参加培训`,
  };
}
