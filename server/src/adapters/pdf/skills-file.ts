import { type CivilDate, formatFormalDate } from "@jinengtong/standards";
import type { Content, TableCell } from "pdfmake/interfaces.js";
import { INK, pageFooter, renderPdf, text } from "./render.ts";

export interface SkillsFileContent {
  readonly name: string;
  /** Masked. */
  readonly identity: string;
  readonly number: string;
  readonly printedOn: CivilDate;
  /** Rows as they are to be printed; the columns are named below. */
  readonly classes: readonly (readonly string[])[];
  readonly exams: readonly (readonly string[])[];
  readonly certificates: readonly (readonly string[])[];
  readonly degrees: readonly (readonly string[])[];
  readonly points: readonly (readonly string[])[];
  readonly pointsTotal: string;
}

/** Rows that fit on one sheet with their heading. */
const MOST_KEPT_TOGETHER = 12;

/** A person's file of training, certificates and points (职业技能培训电子档案), A4 landscape. */
export function skillsFilePdf(file: SkillsFileContent): Promise<Buffer> {
  return renderPdf(
    {
      pageOrientation: "landscape",
      pageMargins: [40, 40, 40, 44],
      content: [
        text("职业技能培训电子档案", { fontSize: 20, bold: true, alignment: "center", characterSpacing: 2 }),
        text(
          `姓名 ${file.name}　　公民身份号码 ${file.identity}　　档案号 ${file.number}　　截至 ${formatFormalDate(file.printedOn)}`,
          { alignment: "center", color: INK.soft, margin: [0, 6, 0, 6] },
        ),
        ...section(
          "培训经历",
          ["起止日期", "班级", "培训机构", "职业（等级）", "线下＋网上课时", "计入 / 规定", "状态"],
          file.classes,
        ),
        ...section("考核成绩", ["日期", "班级", "种类", "成绩", "结果"], file.exams),
        ...section("证书", ["编号", "种类", "职业（等级）", "发证机构", "发证日期", "有效期"], file.certificates),
        ...section("学历", ["取得日期", "学历", "来源"], file.degrees),
        ...section(`学分（累计 ${file.pointsTotal}）`, ["年度", "来源", "日期", "学分"], file.points),
      ],
      footer: pageFooter("由平台登记的事实生成，内容以平台当时记录为准。"),
    },
    `职业技能培训电子档案 ${file.number}`,
  );
}

function section(title: string, headers: readonly string[], rows: readonly (readonly string[])[]): Content[] {
  const heading = { text: title, bold: true, fontSize: 12, color: INK.accent, margin: [0, 12, 0, 4] } as Content;
  if (rows.length === 0) return [heading, text("尚无记录", { color: INK.soft })];
  return [
    // A heading stays with its rows; a list longer than a page may break between them.
    {
      unbreakable: rows.length <= MOST_KEPT_TOGETHER,
      stack: [heading, table(headers, rows)],
    },
  ];
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: headers.map((_, at) => (at === 0 ? "auto" : "*")),
      body: [
        headers.map((header): TableCell => ({ text: header, color: INK.soft, fillColor: INK.paper })),
        ...rows.map((row) => headers.map((_, at): TableCell => text(row[at] ?? ""))),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => INK.line,
      vLineColor: () => INK.line,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
  };
}
