import { type CivilDate, formatClassHours, formatFormalDate } from "@jinengtong/standards";
import type { Content } from "pdfmake/interfaces.js";
import { qrSvg } from "../qr-code/index.ts";
import { INK, renderPdf, text } from "./render.ts";
import { tradeDrawing } from "./trade-drawing.ts";

export interface CertificateContent {
  /** Title: 培训合格证书 if an exam was passed, 结业证书 if hours were completed. */
  readonly kind: "培训合格证书" | "结业证书";
  readonly serial: string;
  readonly name: string;
  /** Printed as given: whole on the holder's copy, masked on copies for others. */
  readonly identity: string;
  /** The programme, over the title. */
  readonly programme: string;
  /** Occupation, with its level if it has one: 电工（五级/初级工）. */
  readonly project: string;
  /** Name of the trade's line drawing, behind the text. */
  readonly drawing?: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly classHours: number;
  /** Result as the school records it, for example 合格 or 86 分. */
  readonly result?: string;
  readonly institution: string;
  readonly issuedOn: CivilDate;
  /** Verification address; printed as a QR code and in letters. */
  readonly verifyUrl: string;
}

/** A4, landscape, in points. */
const PAGE = { width: 841.89, height: 595.28 } as const;
const MARGIN = 92;

/** A certificate on one A4 sheet, landscape. About 30 KB. */
export const certificatePdf = (certificate: CertificateContent): Promise<Buffer> =>
  certificatesPdf([certificate], `${certificate.kind} ${certificate.serial}`);

/** Certificates of a class, each on a sheet of its own, in one file to print. */
export function certificatesPdf(certificates: readonly CertificateContent[], title: string): Promise<Buffer> {
  return renderPdf(
    {
      pageOrientation: "landscape",
      pageMargins: [MARGIN, 70, MARGIN, 52],
      background: () => frame(),
      content: certificates.flatMap(sheet),
    },
    title,
  );
}

const sheet = (certificate: CertificateContent, index: number): Content[] => [
  text(certificate.programme, {
    alignment: "center",
    color: INK.accent,
    fontSize: 14,
    characterSpacing: 2,
    ...(index === 0 ? {} : { pageBreak: "before" }),
  }),
  {
    text: certificate.kind,
    alignment: "center",
    bold: true,
    fontSize: 38,
    characterSpacing: 14,
    margin: [0, 8, 0, 6],
    color: INK.text,
  },
  ornament(),
  ...behind(certificate.drawing),
  statement(certificate),
  fields(certificate),
  foot(certificate),
];

/** The trade as a pale drawing in the middle of the sheet. */
function behind(name: string | undefined): Content[] {
  const side = 250;
  const svg = name === undefined ? null : tradeDrawing(name, { ink: "#e6ebe8", warm: "#f3e6d0", width: 1 });
  if (svg === null) return [];
  return [{ svg, width: side, absolutePosition: { x: (PAGE.width - side) / 2, y: 196 } }];
}

function statement(certificate: CertificateContent): Content {
  const passed = certificate.kind === "培训合格证书" ? "经考核合格" : "完成规定课时";
  return {
    stack: [
      {
        text: [text(certificate.name, { bold: true, fontSize: 24 }), "　同志"],
        margin: [0, 0, 0, 10],
      },
      {
        text: [
          `于 ${formatFormalDate(certificate.from)}至${formatFormalDate(certificate.to)}参加 `,
          text(certificate.project, { bold: true }),
          ` 培训，共 ${formatClassHours(certificate.classHours)}，${passed}，特发此证。`,
        ],
        leadingIndent: 34,
        lineHeight: 1.35,
      },
    ],
    fontSize: 17,
    margin: [0, 26, 0, 20],
  };
}

function labelled(label: string, value: string): Content {
  return {
    columns: [{ text: label, width: 78, color: INK.soft }, text(value, { width: "*" })],
    margin: [0, 3, 0, 3],
  };
}

function fields(certificate: CertificateContent): Content {
  return {
    columns: [
      { stack: [labelled("公民身份号码", certificate.identity), labelled("证书编号", certificate.serial)] },
      {
        stack: [
          labelled("培训机构", certificate.institution),
          ...(certificate.result === undefined ? [] : [labelled("考核结果", certificate.result)]),
        ],
      },
    ],
    columnGap: 30,
    fontSize: 12,
  };
}

/** Pinned to the foot of the sheet, however long the statement is. */
function foot(certificate: CertificateContent): Content {
  const side = 78;
  return {
    absolutePosition: { x: MARGIN, y: PAGE.height - 146 },
    columns: [
      { svg: qrSvg(certificate.verifyUrl, { correction: "Q", colour: INK.text }), width: side, fit: [side, side] },
      {
        stack: [
          { text: "扫码核验真伪", bold: true, fontSize: 10 },
          text(certificate.verifyUrl, { fontSize: 8, color: INK.soft }),
        ],
        width: 200,
        margin: [8, 40, 0, 0],
      },
      {
        stack: [
          text(certificate.institution, { fontSize: 13, bold: true }),
          { text: "（电子查验，扫码为准）", fontSize: 11, color: INK.soft, margin: [0, 4, 0, 4] },
          { text: formatFormalDate(certificate.issuedOn), fontSize: 13 },
        ],
        alignment: "right",
        width: "*",
        margin: [0, 10, 0, 0],
      },
    ],
  };
}

function rectangle(inset: number, lineWidth: number) {
  return {
    type: "rect" as const,
    x: inset,
    y: inset,
    w: PAGE.width - inset * 2,
    h: PAGE.height - inset * 2,
    lineWidth,
    lineColor: INK.accent,
  };
}

function corner(x: number, y: number, right: 1 | -1, down: 1 | -1) {
  return {
    type: "polyline" as const,
    points: [
      { x: x + 34 * right, y },
      { x, y },
      { x, y: y + 34 * down },
    ],
    lineWidth: 2.4,
    lineColor: INK.warm,
  };
}

/** Paper ground, a strong and a fine line, and a corner mark in the warm colour. */
function frame(): Content {
  const { width, height } = PAGE;
  const inset = 41;
  return {
    canvas: [
      { type: "rect", x: 0, y: 0, w: width, h: height, color: INK.paper },
      { type: "rect", x: 26, y: 26, w: width - 52, h: height - 52, color: "#ffffff" },
      rectangle(26, 2.2),
      rectangle(33, 0.6),
      corner(inset, inset, 1, 1),
      corner(width - inset, inset, -1, 1),
      corner(inset, height - inset, 1, -1),
      corner(width - inset, height - inset, -1, -1),
    ],
  };
}

function ornament(): Content {
  const centre = PAGE.width / 2 - MARGIN;
  const stroke = { lineWidth: 0.8, lineColor: INK.warm } as const;
  return {
    canvas: [
      { type: "line", x1: centre - 120, y1: 5, x2: centre - 12, y2: 5, ...stroke },
      { type: "line", x1: centre + 12, y1: 5, x2: centre + 120, y2: 5, ...stroke },
      {
        type: "polyline",
        closePath: true,
        color: INK.warm,
        points: [
          { x: centre, y: 0 },
          { x: centre + 5, y: 5 },
          { x: centre, y: 10 },
          { x: centre - 5, y: 5 },
        ],
      },
    ],
  };
}
