import {
  accept,
  findOccupation,
  halfWidth,
  isOccupationCode,
  parseYuan,
  readSkillLevel,
  refuse,
  skillLevelLabel,
  skillLevels,
  type Parsed,
} from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { codeCell, countCell, textCell } from "../../kernel/sheet-cells.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { HEADINGS } from "../../kernel/sheet-headings.ts";
import { cellFindings, reportOf, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile, templateReply } from "../../kernel/sheets.ts";
import { beginDraft, countyOf, putRows } from "./draft-writing.ts";
import { keyOf, type ListRow } from "./lists.ts";

const yuan = (value: string): Parsed<number> => {
  const read = parseYuan(value);
  return read.ok && read.value < 0 ? refuse("amount-negative", "金额不能为负数。") : read;
};

const columns = {
  occupation: {
    header: "职业编码",
    aliases: HEADINGS.occupation,
    required: true,
    parse: codeCell(isOccupationCode, "职业编码应写成 6-31-01-03 的样子。"),
    hint: "如 6-31-01-03",
  },
  name: {
    header: "职业（工种）名称",
    aliases: HEADINGS.occupationName,
    parse: textCell(60),
    hint: "职业大典中有的可不填",
  },
  level: {
    header: "等级",
    aliases: HEADINGS.level,
    required: true,
    parse: (value: string): Parsed<number> => {
      if (["0", "０", "无", "无等级", "专项"].includes(value)) return accept(0);
      const level = readSkillLevel(halfWidth(value));
      return level === undefined ? refuse("level", "等级应为一级至五级，或写“无等级”。") : accept(level);
    },
    words: [...skillLevels.map(skillLevelLabel), "无等级"],
  },
  trainingFen: {
    header: "培训补贴标准（元）",
    aliases: HEADINGS.trainingFen,
    required: true,
    parse: yuan,
    width: 20,
  },
  assessmentFen: {
    header: "鉴定补贴标准（元）",
    aliases: HEADINGS.assessmentFen,
    required: true,
    parse: yuan,
    width: 20,
  },
  requiredHours: {
    header: "规定课时",
    aliases: HEADINGS.requiredHours,
    required: true,
    parse: countCell(1, 5_000, "课时", ["课时", "学时"]),
  },
} as const;

/**
 * Fills the draft of the occupation list from a workbook. Any bad row refuses the whole file, since an incomplete list is useless.
 */
export const draftDoor = sheetDoor({
  path: "/api/v1/catalogue/occupations/draft/import",
  summary: "导入补贴目录",
  permission: { roles: ["reviewer"] },
  query: z.object({ mode: z.enum(["replace", "add"]).default("replace") }),
  params: z.object({}),
  columns,
  output: z.object({ ...sheetReport, imported: z.number().int() }),
  async run(context, { query, upload, final }) {
    const region = countyOf(context);
    const sheet = await readSheetFile(upload.temporaryPath, columns);
    const errors = cellFindings(sheet);
    const rows = new Map<string, ListRow & { rowNumber: number }>();
    for (const { rowNumber, values } of sheet.rows) {
      const name = values.name ?? findOccupation(values.occupation)?.name;
      const fault = (column: string, code: string, sentence: string): number =>
        errors.push({ rowNumber, column, value: values.occupation, code, sentence });
      if (name === undefined) {
        fault("职业（工种）名称", "occupation-unknown", "职业分类中没有这个编码，请填写名称。");
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
      if (before) fault("职业编码", "duplicate-row", `与第 ${before.rowNumber} 行的职业和等级相同，请删去一行。`);
      else rows.set(key, { key, data, rowNumber });
    }
    if (errors.length === 0 && rows.size > 0 && final) {
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
    return { ...reportOf(sheet, errors), imported: errors.length === 0 ? rows.size : 0 };
  },
});

/** An empty list with the import's columns and the levels to choose from. */
export const draftTemplate = operation({
  method: "GET",
  path: "/api/v1/catalogue/occupations/draft/template",
  summary: "下载补贴目录模板",
  permission: { roles: ["reviewer"] },
  output: fileOutput,
  run: () => templateReply("补贴目录模板", columns),
});
