import { INK, renderPdf } from "./render.ts";

/** A labelled sample of a paper that people bring, for the demo county: a title and its lines. */
export const samplePaperPdf = (title: string, lines: readonly string[]): Promise<Buffer> =>
  renderPdf(
    {
      pageMargins: [70, 90, 70, 70],
      content: [
        { text: title, fontSize: 22, bold: true, alignment: "center", margin: [0, 0, 0, 24] },
        ...lines.map((text) => ({ text, fontSize: 13, margin: [0, 0, 0, 10] as [number, number, number, number] })),
        { text: "示例，不是真实材料", color: INK.refuse, margin: [0, 40, 0, 0] },
      ],
    },
    title,
  );
