import {
  accept,
  findOccupation,
  isOccupationCode,
  parseYuan,
  readSkillLevel,
  refuse,
  type Parsed,
} from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { beginDraft, countyOf, putRows } from "./draft-writing.ts";
import { keyOf, type ListRow } from "./lists.ts";

const text =
  (max: number) =>
  (value: string): Parsed<string> =>
    value.length > max ? refuse("too-long", `不超过 ${max} 个字。`) : accept(value);
const yuan = (value: string): Parsed<number> => {
  const read = parseYuan(value);
  return read.ok && read.value < 0 ? refuse("amount-negative", "金额不能为负数。") : read;
};

const columns = {
  occupation: {
    header: "职业编码",
    aliases: ["职业（工种）编码", "编码"],
    required: true,
    parse: (value: string): Parsed<string> =>
      isOccupationCode(value) ? accept(value) : refuse("occupation-code", "职业编码应写成 6-31-01-03 的样子。"),
  },
  name: { header: "职业（工种）名称", aliases: ["职业名称", "名称"], parse: text(60) },
  level: {
    header: "等级",
    aliases: ["技能等级"],
    required: true,
    parse: (value: string): Parsed<number> => {
      if (["0", "无", "无等级", "专项"].includes(value)) return accept(0);
      const level = readSkillLevel(value);
      return level === undefined ? refuse("level", "等级应为一级至五级，或写“无等级”。") : accept(level);
    },
  },
  trainingFen: { header: "培训补贴标准（元）", aliases: ["培训补贴标准", "培训标准"], required: true, parse: yuan },
  assessmentFen: {
    header: "鉴定补贴标准（元）",
    aliases: ["鉴定补贴标准", "评价补贴标准"],
    required: true,
    parse: yuan,
  },
  requiredHours: {
    header: "规定课时",
    aliases: ["课时"],
    required: true,
    parse: (value: string): Parsed<number> => {
      const hours = Number(value);
      return Number.isInteger(hours) && hours >= 1 && hours <= 5_000
        ? accept(hours)
        : refuse("hours", "课时应为 1–5000 的整数。");
    },
  },
} as const;

const RowError = z.object({ rowNumber: z.number().int(), column: z.string(), value: z.string(), sentence: z.string() });

/**
 * Fills the draft of the occupation list from a workbook. Any bad row refuses the whole file, since an incomplete list is useless.
 */
export const importDraft = operation({
  method: "POST",
  path: "/api/v1/catalogue/occupations/draft/import",
  summary: "导入补贴目录",
  permission: { roles: ["reviewer"] },
  query: z.object({ mode: z.enum(["replace", "add"]).default("replace") }),
  upload: { maxBytes: 5 << 20 },
  output: z.object({ rows: z.number().int(), imported: z.number().int(), errors: z.array(RowError) }),
  async run(context, { query }) {
    if (!context.upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const region = countyOf(context);
    const sheet = await readSheetFile(context.upload.temporaryPath, columns);
    const errors = sheet.errors.map((error) => ({
      rowNumber: error.rowNumber,
      column: error.header,
      value: error.value,
      sentence: error.message,
    }));
    const rows = new Map<string, ListRow & { rowNumber: number }>();
    for (const { rowNumber, values } of sheet.rows) {
      const name = values.name ?? findOccupation(values.occupation)?.name;
      const fault = (column: string, sentence: string): number =>
        errors.push({ rowNumber, column, value: "", sentence });
      if (name === undefined) {
        fault("职业（工种）名称", "职业分类中没有这个编码，请填写名称。");
        continue;
      }
      const data = {
        occupation: values.occupation,
        occupationName: name,
        level: values.level,
        edition: 2022,
        trainingFen: values.trainingFen,
        assessmentFen: values.assessmentFen,
        requiredHours: values.requiredHours,
      };
      const key = keyOf(data);
      const before = rows.get(key);
      if (before) fault("职业编码", `与第 ${before.rowNumber} 行的职业和等级相同，请删去一行。`);
      else rows.set(key, { key, data, rowNumber });
    }
    if (errors.length === 0 && rows.size > 0) {
      await beginDraft(context, "occupations", region);
      if (query.mode === "replace")
        await context.db
          .deleteFrom("catalogue_draft_row")
          .where("region", "=", region)
          .where("list", "=", "occupations")
          .execute();
      await putRows(context, "occupations", region, [...rows.values()]);
    }
    context.audit({
      kind: "catalogue-draft",
      id: `${region} occupations`,
      detail: { rows: rows.size, errors: errors.length },
    });
    return {
      rows: sheet.rowCount,
      imported: errors.length === 0 ? rows.size : 0,
      errors: errors.toSorted((a, b) => a.rowNumber - b.rowNumber),
    };
  },
});
