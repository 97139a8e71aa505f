import { groups, type Group } from "@jinengtong/standards";
import { z } from "zod";
import { FACT_LABELS, FactKind } from "../fact/fact-kinds.ts";

/** Content of a register that some office keeps: members of a group, or facts of a kind. */
export type Subject = `group:${Group}` | `fact:${FactKind}`;

export const SUBJECTS: readonly Subject[] = [
  ...groups.codes.map((code): Subject => `group:${code}`),
  ...FactKind.options.map((kind): Subject => `fact:${kind}`),
];
export const SubjectCode = z.enum(SUBJECTS as [Subject, ...Subject[]]);

export const groupOf = (subject: Subject): Group | null =>
  subject.startsWith("group:") ? (subject.slice("group:".length) as Group) : null;
export const factKindOf = (subject: Subject): FactKind | null =>
  subject.startsWith("fact:") ? (subject.slice("fact:".length) as FactKind) : null;

/** 登记失业人员, 按月领取养老金. */
export function subjectLabel(subject: Subject): string {
  const group = groupOf(subject);
  return group === null ? FACT_LABELS[subject.slice("fact:".length) as FactKind] : groups.label(group);
}
