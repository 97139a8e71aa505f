import { Worker } from "node:worker_threads";

/** Longest that one file may take; a booklet of a hundred pages takes two seconds. */
const MOST_MS = 60_000;

/** Text of a PDF: paragraphs of each page; `none` if no page has any (a scan), `unreadable` if it is broken or locked, or takes too much. */
export type PdfText =
  | { state: "read"; pages: string[][] }
  | { state: "none"; pages: [] }
  | { state: "unreadable"; pages: [] };

/** Reads the text of a PDF in a thread of its own with little memory: the file is a stranger's. Never throws over its content. */
export async function readPdfText(file: string): Promise<PdfText> {
  const worker = new Worker(new URL("./pdf-text-worker.ts", import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<string[][] | null>();
  worker.once("message", resolve);
  worker.once("error", () => resolve(null));
  worker.once("exit", () => resolve(null));
  const late = setTimeout(() => resolve(null), MOST_MS);
  try {
    const pages = await promise;
    if (pages === null) return { state: "unreadable", pages: [] };
    return pages.every((page) => page.length === 0) ? { state: "none", pages: [] } : { state: "read", pages };
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
