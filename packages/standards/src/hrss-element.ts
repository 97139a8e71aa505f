import { type CodeOf, codeList } from "./code-list.ts";

/** Data elements of the human-resources and social-security sector, which name the columns of exchange files. */
export const hrssElements = codeList({
  AAC001: "个人编号",
  AAC002: "社会保障号码",
  AAC003: "姓名",
  AAC004: "性别",
  AAC005: "民族",
  AAC006: "出生日期",
  AAC009: "户口性质",
  AAC010: "户口所在地",
  AAC011: "学历",
  AAC031: "个人缴费状态",
  AAC058: "证件类型",
  AAC147: "证件号码",
  AAE005: "联系电话",
  AAE006: "地址",
  AAE100: "有效标志",
  AAB301: "行政区划",
});
export type HrssElement = CodeOf<typeof hrssElements>;

/** AAC004 as the sector codes it (GB/T 2261.1). */
export const hrssSex = { M: "1", F: "2" } as const;
