import { idOf } from "./model/files.ts";

/** The parts of a package beside its benefits, as the editor's list names them. */
export const PARTS = {
  manifest: { title: "总则", file: "manifest.json" },
  clauses: { title: "条款", file: "clauses.json" },
  parameters: { title: "参数", file: "parameters.json" },
  readings: { title: "读法", file: "interpretations.json" },
  names: { title: "人员、课程与名单", file: "vocabulary.json" },
} as const;

export type Part = keyof typeof PARTS;

export const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** A file in an official's words: 岗位技能提升补贴（条件和金额）. */
export function fileInWords(path: string, titleOf: (id: string) => string): string {
  const id = idOf(path);
  if (path.startsWith("benefits/")) return `${titleOf(id)}（条件和金额）`;
  if (path.startsWith("cases/")) return `${titleOf(id)}（算例）`;
  if (path.startsWith("claiming/")) return `${titleOf(id)}（申请办法）`;
  return FILES[path] ?? path;
}

const FILES: Readonly<Record<string, string>> = {
  "manifest.json": "总则",
  "clauses.json": "条款",
  "parameters.json": "参数",
  "interpretations.json": "读法",
  "vocabulary.json": "人员和课程的名称",
  "lists.json": "共用名单",
  "ceilings.json": "金额上限",
};

export const OUTCOMES = { granted: "可享受", refused: "不符合", incomplete: "资料不全" } as const;
