import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type List = Output<Api["catalogue"]["read"]>["list"];
export type ListRow = Output<Api["catalogue"]["draft"]>["rows"][number];
export type Difference = Output<Api["catalogue"]["draft"]>["differences"][number];
export type OccupationData = Extract<ListRow["data"], { trainingFen: number }>;

interface ListWords {
  title: string;
  unit: string;
  /** Source of its contents. */
  source: string;
  /** Consequences of a new version for people. */
  consequence: string;
}

export const lists: Record<List, ListWords> = {
  occupations: {
    title: "补贴性职业（工种）目录",
    unit: "项",
    source: "由人社部门逐项填写或从 Excel 导入。",
    consequence:
      "自生效之日起提交的班按新标准和新课时；已经提交的班按本县规定的那一版，两者同出一版，涉及的单位会收到通知。",
  },
  shortage: {
    title: "紧缺职业（工种）目录",
    unit: "项",
    source: "由人社部门逐项填写。",
    consequence: "自生效之日起提交的班，列入的职业按紧缺上浮，不再列入的按一般标准；涉及的单位会收到通知。",
  },
  institutions: {
    title: "培训机构目录",
    unit: "家",
    source: "取自当前有效的培训机构准入。",
    consequence: "公众按新版查找机构；已在办的班不受影响。",
  },
  projects: {
    title: "培训项目目录",
    unit: "项",
    source: "取自下面登记的培训项目与专项计划。",
    consequence: "公众按新版查看项目；已在办的班不受影响。",
  },
  evaluators: {
    title: "评价机构目录",
    unit: "家",
    source: "取自当前有效的评价机构准入。",
    consequence: "公众按新版查找评价机构；已安排的考核不受影响。",
  },
};

export const listNames = Object.keys(lists) as List[];
export const isWritten = (list: List): list is "occupations" | "shortage" =>
  list === "occupations" || list === "shortage";

export type Project = Output<Api["projects"]["list"]>["rows"][number];
