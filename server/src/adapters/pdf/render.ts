import { county } from "@jinengtong/county";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { drawable, FONT_FILES } from "./font.ts";

/** The colours of the printed papers, the same as the pages'. */
export const INK = {
  text: "#182224",
  soft: "#5f696b",
  line: "#c9c6bb",
  accent: "#12505a",
  warm: "#c08a3e",
  paper: "#f5f4ef",
  refuse: "#a52a1f",
} as const;

/** The PDF library is loaded with the first paper: 13 MB that a server without printing saves. */
let printer: Promise<typeof import("pdfmake")> | undefined;

async function loadPrinter(): Promise<typeof import("pdfmake")> {
  const { default: pdfmake } = await import("pdfmake");
  pdfmake.addFonts({ NotoSansSC: { normal: FONT_FILES.normal, bold: FONT_FILES.bold } });
  // Papers are self-contained: no address is fetched, and no file but the fonts is opened.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === FONT_FILES.normal || path === FONT_FILES.bold);
  return pdfmake;
}

/** Renders a document in our font and returns the file. */
export async function renderPdf(definition: TDocumentDefinitions, title: string): Promise<Buffer> {
  printer ??= loadPrinter();
  const document = (await printer).createPdf({
    pageSize: "A4",
    version: "1.7",
    language: "zh-CN",
    displayTitle: true,
    ...definition,
    info: { title, producer: county().product.name, creator: county().product.name },
    // The font's line height is 1.45 times its size already.
    defaultStyle: { font: "NotoSansSC", fontSize: 10, lineHeight: 1.05, color: INK.text },
  });
  return document.getBuffer();
}

/** Text of the caller, safe to draw whatever characters it holds. */
export function text(value: string, style: object = {}): Content {
  return { text: drawable(value), ...style };
}

/** Footer of papers with several pages. */
export function pageFooter(note: string): (page: number, pages: number) => Content {
  return (page, pages) => ({
    columns: [text(note, { alignment: "left" }), { text: `第 ${page} 页，共 ${pages} 页`, alignment: "right" }],
    margin: [40, 10, 40, 0],
    fontSize: 8,
    color: INK.soft,
  });
}
