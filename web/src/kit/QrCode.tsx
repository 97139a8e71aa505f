import { useEffect, useState, type ReactElement } from "react";

/** A QR code with its text below, for those who can't scan. The library is loaded on demand. */
export function QrCode({ text, caption, size = 240 }: { text: string; caption?: string; size?: number }): ReactElement {
  const [path, setPath] = useState<{ d: string; side: number } | null>(null);
  useEffect(() => {
    let current = true;
    void import("qrcode").then(({ create }) => {
      if (!current) return;
      const { data, size: side } = create(text, { errorCorrectionLevel: "M" }).modules;
      let d = "";
      for (let row = 0; row < side; row += 1) {
        for (let column = 0; column < side; column += 1) {
          if (data[row * side + column]) d += `M${column + 2} ${row + 2}h1v1h-1z`;
        }
      }
      setPath({ d, side: side + 4 });
    });
    return () => {
      current = false;
    };
  }, [text]);
  return (
    <figure className="inline-grid justify-items-center gap-2">
      <span
        className="grid place-items-center rounded-md border border-line bg-white"
        style={{ width: size, height: size }}
      >
        {path !== null && (
          <svg
            role="img"
            aria-label="二维码"
            viewBox={`0 0 ${path.side} ${path.side}`}
            width={size - 2}
            height={size - 2}
            shapeRendering="crispEdges"
          >
            <path d={path.d} fill="#000" />
          </svg>
        )}
      </span>
      {caption !== undefined && <figcaption className="num text-center text-ink-2">{caption}</figcaption>}
    </figure>
  );
}
