import { county } from "@jinengtong/county";
import { type CivilDate, formatFormalDate } from "@jinengtong/standards";
import type { Content, TableCell } from "pdfmake/interfaces.js";
import { qrSvg } from "../qr-code/index.ts";
import { INK, renderPdf, text } from "./render.ts";

export interface RecordSheetContent {
  readonly serial: string;
  /** Registered fields, label and value, in reading order. */
  readonly fields: readonly (readonly [label: string, value: string])[];
  /** Whether it is valid today, as a sentence. */
  readonly statement: string;
  readonly holds: boolean;
  /** Source of the registration. */
  readonly source: string;
  readonly printedOn: CivilDate;
  /** Verification address; printed as a QR code and in letters. */
  readonly verifyUrl: string;
}

/**
 * 证书信息查询单: what the platform has registered about a certificate that somebody else issued, on one A4 sheet. A plain form with a
 * heavy line, so that nobody takes it for the certificate.
 */
export function recordSheetPdf(sheet: RecordSheetContent): Promise<Buffer> {
  return renderPdf(
    {
      pageMargins: [56, 56, 56, 56],
      content: [
        { canvas: [{ type: "line", x1: 0, y1: 0, x2: 483, y2: 0, lineWidth: 3, lineColor: INK.accent }] },
        text("证书信息查询单", { fontSize: 22, bold: true, margin: [0, 14, 0, 4] }),
        text("本单只说明平台登记了什么，不是证书，不能代替证书原件使用。", {
          fontSize: 11,
          color: INK.refuse,
          margin: [0, 0, 0, 16],
        }),
        fields(sheet),
        text(sheet.statement, {
          fontSize: 13,
          bold: true,
          color: sheet.holds ? INK.accent : INK.refuse,
          margin: [0, 18, 0, 6],
        }),
        text(`登记来源：${sheet.source}`, { fontSize: 11, color: INK.soft }),
        check(sheet),
      ],
      footer: () => ({
        columns: [
          text(`${county().product.name} ${formatFormalDate(sheet.printedOn)} 查询`, { alignment: "left" }),
          text("内容以扫码查验时的登记为准", { alignment: "right" }),
        ],
        margin: [56, 10, 56, 0],
        fontSize: 9,
        color: INK.soft,
      }),
    },
    `证书信息查询单 ${sheet.serial}`,
  );
}

function fields(sheet: RecordSheetContent): Content {
  return {
    table: {
      widths: [110, "*"],
      body: sheet.fields.map(([label, value]): TableCell[] => [
        text(label, { color: INK.soft, fillColor: INK.paper }),
        text(value),
      ]),
    },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0,
      hLineColor: () => INK.line,
      paddingTop: () => 7,
      paddingBottom: () => 7,
      paddingLeft: () => 8,
    },
    fontSize: 12,
  };
}

function check({ verifyUrl }: RecordSheetContent): Content {
  const side = 110;
  return {
    columns: [
      { svg: qrSvg(verifyUrl, { correction: "Q", colour: INK.text }), width: side, fit: [side, side] },
      {
        stack: [
          { text: "扫码再查一次", bold: true, fontSize: 13 },
          text("手机扫左边的码，能看到这张证书现在的登记情况。单子放久了或者是别人给的，以扫码结果为准。", {
            margin: [0, 6, 0, 6],
            fontSize: 11,
          }),
          text(verifyUrl, { fontSize: 9, color: INK.soft }),
        ],
        width: "*",
        margin: [16, 8, 0, 0],
      },
    ],
    margin: [0, 28, 0, 0],
  };
}
