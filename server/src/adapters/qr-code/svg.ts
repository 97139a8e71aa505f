import QRCode from "qrcode";

export interface QrSvgOptions {
  /** `M` repairs 15 % damage (screens), `Q` 25 % (printed papers that get folded). */
  readonly correction?: "L" | "M" | "Q" | "H";
  readonly colour?: string;
  /** Text for screen readers. */
  readonly title?: string;
}

/**
 * A QR code (ISO/IEC 18004) as SVG of one path, with the standard's quiet zone of four modules. Scales to any size. Throws if the
 * text doesn't fit (over ~2,300 bytes at `M`).
 */
export function qrSvg(text: string, options: QrSvgOptions = {}): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: options.correction ?? "M" });
  const quiet = 4;
  const side = modules.size + quiet * 2;
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    let start = -1;
    // One run of dark modules is one stroke of the path, a third of the size of single squares.
    for (let column = 0; column <= modules.size; column++) {
      const dark = column < modules.size && modules.get(row, column) !== 0;
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        path += `M${start + quiet} ${row + quiet}h${column - start}v1h-${column - start}z`;
        start = -1;
      }
    }
  }
  const title = options.title === undefined ? "" : `<title>${escapeXml(options.title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges">` +
    `${title}<rect width="${side}" height="${side}" fill="#ffffff"/>` +
    `<path d="${path}" fill="${escapeXml(options.colour ?? "#000000")}"/></svg>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
