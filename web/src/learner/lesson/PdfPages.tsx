import type { ReactElement } from "react";

/** The document itself, in the browser's own reader; where there is none, a link opens it. */
export function PdfPages({ src, title }: { src: string; title: string }): ReactElement {
  return (
    <object
      data={src}
      type="application/pdf"
      aria-label={title}
      className="h-[75vh] w-full rounded-lg border border-line bg-sheet"
    >
      <p className="p-6">
        这台设备不能直接显示文档。
        <a href={src} className="text-accent underline underline-offset-4">
          打开《{title}》
        </a>
      </p>
    </object>
  );
}
