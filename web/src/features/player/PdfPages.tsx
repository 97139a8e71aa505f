import { useEffect, useRef, useState, type ReactElement } from "react";
// oxlint-disable-next-line import/default -- the bundler makes it the address of the file
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { NetworkError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";

/** Pages of a PDF below each other, since phones have no reader of their own. The library is loaded here only. */
export function PdfPages({ src, title }: { src: string; title: string }): ReactElement {
  const [file, setFile] = useState<PDFDocumentProxy | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [large, setLarge] = useState(false);

  useEffect(() => {
    let current = true;
    const opening = import("pdfjs-dist/legacy/build/pdf.mjs").then((pdf) => {
      pdf.GlobalWorkerOptions.workerSrc = worker;
      return pdf.getDocument({ url: src, isEvalSupported: false }).promise;
    });
    opening.then(
      (opened) => current && setFile(opened),
      // Without a network the library that draws pages may not be on the device.
      (caught: unknown) => current && setError(navigator.onLine ? caught : new NetworkError("offline")),
    );
    return () => {
      current = false;
      opening.then((opened) => opened.destroy()).catch(() => undefined);
    };
  }, [src]);

  if (error !== null) return <ErrorNotice error={error} />;
  if (file === null) return <Skeleton lines={10} />;
  return (
    <div className="grid gap-2">
      <div className="flex justify-end">
        <Button variant="quiet" icon={large ? "minus" : "plus"} onClick={() => setLarge(!large)}>
          {large ? "缩小到整页" : "字小？放大看"}
        </Button>
      </div>
      <div role="document" aria-label={title} tabIndex={0} className="overflow-x-auto">
        <div className="grid gap-3" style={{ width: large ? "200%" : "100%" }}>
          {Array.from({ length: file.numPages }, (_, index) => (
            <PdfPage key={`${index}-${large}`} file={file} number={index + 1} title={title} />
          ))}
        </div>
      </div>
    </div>
  );
}

function PdfPage({ file, number, title }: { file: PDFDocumentProxy; number: number; title: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    let stop: (() => void) | null = null;
    let current = true;
    void file.getPage(number).then(async (page) => {
      const element = canvas.current;
      const drawing = element?.getContext("2d");
      if (!current || element === null || drawing === null || drawing === undefined) return;
      const width = element.clientWidth * Math.min(2, devicePixelRatio);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      element.width = viewport.width;
      element.height = viewport.height;
      const task = page.render({ canvasContext: drawing, viewport });
      stop = () => task.cancel();
      await task.promise.catch(() => undefined);
      const content = await page.getTextContent();
      if (current) setText(content.items.map((item) => ("str" in item ? item.str : "")).join(" "));
    });
    return () => {
      current = false;
      stop?.();
    };
  }, [file, number]);
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-white">
      <canvas ref={canvas} role="img" aria-label={`${title} 第 ${number} 页`} className="block h-auto w-full" />
      <figcaption className="sr-only">{text}</figcaption>
    </figure>
  );
}
