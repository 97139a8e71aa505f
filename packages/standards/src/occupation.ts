/** An occupation of the 中华人民共和国职业分类大典. Editions reassign codes, so the key is edition and code. */
export interface Occupation {
  readonly edition: OccupationEdition;
  readonly code: string;
  readonly name: string;
  /**
   * True for the shipped rows: an excerpt for trials (示例数据), not yet proofread against the printed classification and no statement
   * that the occupation is subsidised. A county loads its own catalogue over it.
   */
  readonly sample: boolean;
}

export type OccupationEdition = "2015" | "2022";

const NAMES_2022: Readonly<Record<string, string>> = {
  "2-02-38-01": "人工智能工程技术人员",
  "2-02-38-02": "物联网工程技术人员",
  "2-02-38-03": "大数据工程技术人员",
  "2-02-38-04": "云计算工程技术人员",
  "4-01-06-01": "电子商务师",
  "4-01-06-02": "互联网营销师",
  "4-02-04-06": "无人机驾驶员",
  "4-02-07-08": "快递员",
  "4-03-02-01": "中式烹调师",
  "4-04-04-02": "网络与信息安全管理员",
  "4-04-05-01": "计算机程序设计员",
  "4-04-05-05": "人工智能训练师",
  "4-06-01-01": "物业管理师",
  "4-07-05-01": "保安员",
  "4-09-10-01": "园林绿化工",
  "4-09-10-03": "盆景师",
  "4-10-01-03": "保育师",
  "4-10-01-05": "养老护理员",
  "4-10-01-06": "家政服务员",
  "4-10-03-02": "美发师",
  "4-12-01-01": "汽车维修工",
  "6-18-01-01": "车工",
  "6-18-01-02": "铣工",
  "6-18-02-04": "焊工",
  "6-20-01-01": "装配钳工",
  "6-25-04-09": "物联网安装调试员",
  "6-29-01-05": "架子工",
  "6-29-03-02": "电气设备安装工",
  "6-29-03-03": "电梯安装维修工",
  "6-30-05-01": "起重装卸机械操作工",
  "6-31-01-02": "机修钳工",
  "6-31-01-03": "电工",
  "6-31-02-01": "船舶修理工",
  "6-31-07-01": "工业机器人系统运维员",
  "6-31-07-03": "工业机器人系统操作员",
};

/** The shipped excerpt, by code. */
export const occupations: readonly Occupation[] = Object.entries(NAMES_2022).map(([code, name]) => ({
  edition: "2022",
  code,
  name,
  sample: true,
}));

/** Occupation of this edition and code; `undefined` if the excerpt lacks it. */
export function findOccupation(code: string, edition: OccupationEdition = "2022"): Occupation | undefined {
  return occupations.find((each) => each.code === code && each.edition === edition);
}

/** Whether the text has the form of an occupation code: 大类-中类-小类-细类, as 6-31-01-03. */
export function isOccupationCode(text: string): boolean {
  return /^[1-8]-\d{2}-\d{2}-\d{2}$/.test(text);
}

/** `电工（6-31-01-03）`; the bare code if the excerpt lacks it. */
export function occupationLabel(code: string, edition: OccupationEdition = "2022"): string {
  const occupation = findOccupation(code, edition);
  return occupation ? `${occupation.name}（${code}）` : code;
}
