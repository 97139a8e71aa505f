import { formatYuan } from "@jinengtong/standards";
import { z } from "zod";
import { CivilDate, Fen, Id, Line } from "../../kernel/shapes.ts";

/** The five published lists (九、十七). */
export const LISTS = {
  occupations: "补贴性职业（工种）目录",
  shortage: "紧缺职业（工种）目录",
  institutions: "培训机构目录",
  projects: "培训项目目录",
  evaluators: "评价机构目录",
} as const;
export type List = keyof typeof LISTS;
export const ListName = z.enum(Object.keys(LISTS) as [List, ...List[]]);
export const ByList = z.object({ list: ListName });

/** Lists that the bureau edits; the others are read from admissions and projects when published. */
export const WRITTEN = ["occupations", "shortage"] as const;
export type WrittenList = (typeof WRITTEN)[number];
export const ByWrittenList = z.object({ list: z.enum(WRITTEN) });

export const Level = z.number().int().min(0).max(5).describe("5 初级 … 1 高级技师；0 无等级");

export const OccupationRow = z.strictObject({
  occupation: Line(30),
  occupationName: Line(60),
  level: Level,
  edition: z.number().int().min(1999).max(2100).default(2022),
  trainingFen: Fen,
  assessmentFen: Fen,
  requiredHours: z.number().int().min(1).max(5_000),
});
export const ShortageRow = z.strictObject({ occupation: Line(30), occupationName: Line(60) });
export const OrganisationRow = z.strictObject({
  organisationId: Id,
  name: z.string(),
  uscc: z.string(),
  town: z.string(),
  address: z.string().nullable(),
  programmes: z.array(
    z.strictObject({ occupation: z.string(), occupationName: z.string(), level: Level, validTo: CivilDate.nullable() }),
  ),
});
export const ProjectRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(["named-plan", "project-based"]),
  groups: z.array(z.string()),
  clause: z.string(),
  openFrom: CivilDate,
  openTo: CivilDate.nullable(),
});

/** One row of any list: key and content. */
export const ListRow = z.object({
  key: z.string(),
  data: z.union([OccupationRow, ShortageRow, OrganisationRow, ProjectRow]),
});
export type ListRow = z.output<typeof ListRow>;

/** Key of a row by its subject, so that it is the same in every version. */
export function keyOf(data: ListRow["data"]): string {
  if ("organisationId" in data) return data.organisationId;
  if ("code" in data) return data.code;
  return "level" in data ? `${data.occupation}:${data.level}` : data.occupation;
}

const LEVELS = ["", "一级", "二级", "三级", "四级", "五级"] as const;
export const levelWords = (level: number): string => (level === 0 ? "" : `（${LEVELS[level] ?? level}）`);

/** Name of a row in sentences. */
export function rowName(data: ListRow["data"]): string {
  if ("organisationId" in data || "code" in data) return data.name;
  return "level" in data ? `${data.occupationName}${levelWords(data.level)}` : data.occupationName;
}

/** Parts of a row to compare, with labels and as words. */
export function rowWords(data: ListRow["data"]): [label: string, words: string][] {
  if ("organisationId" in data)
    return [
      ["名称", data.name],
      ["地址", data.address ?? ""],
      ["准入项目", data.programmes.map((each) => `${each.occupationName}${levelWords(each.level)}`).join("、")],
    ];
  if ("code" in data)
    return [
      ["名称", data.name],
      ["受理期", `${data.openFrom} 起${data.openTo === null ? "" : `至 ${data.openTo}`}`],
      ["依据", data.clause],
    ];
  if (!("level" in data)) return [["名称", data.occupationName]];
  return [
    ["名称", data.occupationName],
    ["培训补贴标准", `${formatYuan(data.trainingFen)} 元`],
    ["鉴定补贴标准", `${formatYuan(data.assessmentFen)} 元`],
    ["规定课时", `${data.requiredHours} 课时`],
  ];
}
