import { chineseCapitals, formatYuan } from "@jinengtong/standards";
import type { Column, Content, TableCell } from "pdfmake/interfaces.js";
import { qrSvg } from "../qr-code/index.ts";
import { INK, pageFooter, renderPdf, text } from "./render.ts";

export interface ApprovalFinding {
  readonly clause: string;
  /** The requested matter. */
  readonly condition: string;
  /** The fact behind it. */
  readonly because: string;
  /** `null`: the fact is still missing. */
  readonly met: boolean | null;
}

export interface ApprovalStep {
  /** 受理, 初审, 复核, 审批 … */
  readonly step: string;
  readonly opinion?: string;
  readonly name?: string;
  /** As it is to be printed, for example `2020-03-20 14:30`. */
  readonly at?: string;
}

export interface ApprovalSheetContent {
  readonly title: string;
  readonly number: string;
  /** Label and value, two pairs to a line. Mask personal data before. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly findings?: readonly ApprovalFinding[];
  /** Computation of the amount, line by line. */
  readonly computation?: readonly (readonly [step: string, value: string])[];
  readonly amountFen?: number | bigint;
  readonly steps: readonly ApprovalStep[];
  readonly note?: string;
  /** Policy and version on which the decision rests, in the footer. */
  readonly basis: string;
  readonly traceUrl?: string;
}

/** An approval sheet (审批表) on A4, portrait, as the file of a claim keeps it. */
export function approvalSheetPdf(sheet: ApprovalSheetContent): Promise<Buffer> {
  return renderPdf(
    {
      pageMargins: [40, 40, 40, 44],
      content: [
        heading(sheet),
        factsTable(sheet.facts),
        ...section("条件核对", sheet.findings && findingsTable(sheet.findings)),
        ...section("金额计算", sheet.computation && computationTable(sheet.computation)),
        ...(sheet.amountFen === undefined ? [] : [amountLine(sheet.amountFen)]),
        ...section("办理意见", stepsTable(sheet.steps)),
        ...(sheet.note === undefined ? [] : [text(`备注：${sheet.note}`, { margin: [0, 10, 0, 0] })]),
      ],
      footer: pageFooter(`${sheet.number}　${sheet.basis}`),
    },
    `${sheet.title} ${sheet.number}`,
  );
}

function heading(sheet: ApprovalSheetContent): Content {
  const side = 56;
  const code: Column =
    sheet.traceUrl === undefined
      ? { text: "", width: side }
      : { svg: qrSvg(sheet.traceUrl, { colour: INK.text }), width: side, fit: [side, side] };
  return {
    columns: [
      { text: "", width: side },
      {
        width: "*",
        stack: [
          text(sheet.title, { fontSize: 20, bold: true, alignment: "center", characterSpacing: 2 }),
          text(`编号 ${sheet.number}`, { color: INK.soft, alignment: "center", margin: [0, 4, 0, 0] }),
        ],
        margin: [0, 6, 0, 12],
      },
      code,
    ],
  };
}

function section(title: string, content: Content | undefined): Content[] {
  if (content === undefined) return [];
  return [
    { text: title, bold: true, fontSize: 12, color: INK.accent, margin: [0, 14, 0, 5], headlineLevel: 1 },
    content,
  ];
}

function factsTable(facts: ApprovalSheetContent["facts"]): Content {
  const body: TableCell[][] = [];
  for (let at = 0; at < facts.length; at += 2) {
    const [left, right] = [facts[at], facts[at + 1]];
    body.push([labelCell(left?.[0] ?? ""), text(left?.[1] ?? ""), labelCell(right?.[0] ?? ""), text(right?.[1] ?? "")]);
  }
  return { table: { widths: [78, "*", 78, "*"], body }, layout: RULED };
}

function findingsTable(findings: readonly ApprovalFinding[]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [48, 150, "*", 46],
      body: [
        ["条款", "条件", "依据的事实", "结论"].map(labelCell),
        ...findings.map((finding): TableCell[] => [
          text(finding.clause),
          text(finding.condition),
          text(finding.because),
          verdict(finding.met),
        ]),
      ],
    },
    layout: RULED,
  };
}

/** A word beside the colour, so that it reads the same in black and white. */
function verdict(met: boolean | null): TableCell {
  if (met === true) return { text: "满足", color: INK.accent };
  if (met === false) return { text: "不满足", color: INK.refuse, bold: true };
  return { text: "还缺", color: INK.soft, bold: true };
}

function computationTable(computation: NonNullable<ApprovalSheetContent["computation"]>): Content {
  return {
    table: {
      widths: ["*", 140],
      body: computation.map(([step, value]): TableCell[] => [text(step), text(value, { alignment: "right" })]),
    },
    layout: RULED,
  };
}

function amountLine(amountFen: number | bigint): Content {
  return {
    columns: [
      { text: `合计 ${chineseCapitals(amountFen)}`, width: "*", margin: [0, 3, 0, 0] },
      { text: `${formatYuan(amountFen)} 元`, width: "auto", bold: true, fontSize: 13 },
    ],
    margin: [6, 8, 6, 0],
  };
}

function stepsTable(steps: readonly ApprovalStep[]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [60, "*", 90, 100],
      // Room for a pen: an opinion may also be signed by hand.
      heights: (row: number) => (row === 0 ? 14 : 34),
      body: [
        ["环节", "意见", "经办人", "时间"].map(labelCell),
        ...steps.map((step): TableCell[] => [
          text(step.step),
          text(step.opinion ?? ""),
          text(step.name ?? ""),
          text(step.at ?? ""),
        ]),
      ],
    },
    layout: RULED,
  };
}

function labelCell(label: string): TableCell {
  return { text: label, color: INK.soft, fillColor: INK.paper };
}

const RULED = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => INK.line,
  vLineColor: () => INK.line,
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 6,
  paddingRight: () => 6,
} as const;
