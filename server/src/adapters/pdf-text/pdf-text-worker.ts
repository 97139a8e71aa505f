/** A thread of its own: the library holds a whole file in memory, and a broken one may keep it busy. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { paragraphsOf, type Word, withoutRunningLines } from "./paragraphs.ts";

/** More than a booklet has; what lies beyond is read in the file itself. */
const MOST_PAGES = 300;

const library = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

async function pagesOf(file: string): Promise<string[][]> {
  const opened = await getDocument({
    data: new Uint8Array(await readFile(file)),
    // Chinese files name their fonts' character maps without containing them.
    cMapUrl: `${library}/cmaps/`,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= Math.min(opened.numPages, MOST_PAGES); number += 1) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Word[] =>
      "str" in item && item.str.trim() !== ""
        ? [
            {
              text: item.str,
              x: at(item.transform, 4),
              y: at(item.transform, 5),
              width: item.width,
              height: item.height,
            },
          ]
        : [],
    );
    pages.push(paragraphsOf(words));
    page.cleanup();
  }
  return withoutRunningLines(pages);
}

const at = (matrix: readonly unknown[], place: number): number => Number(matrix[place] ?? 0);

const pages = await pagesOf(workerData as string).catch(() => null);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(pages);
