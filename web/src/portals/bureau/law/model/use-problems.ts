import { useEffect, useRef, useState } from "react";
import type { Files } from "./files.ts";
import type { PlacedProblem } from "./law-context.ts";

const PAUSE_MS = 500;

interface Answer {
  number: number;
  problems: PlacedProblem[];
}

/** Everything that is wrong with the draft, looked for beside the page while nobody types. */
export function useCheck(files: Files): { problems: readonly PlacedProblem[]; isChecking: boolean } {
  const [found, setFound] = useState<{ files: Files | null; problems: PlacedProblem[] }>({ files: null, problems: [] });
  const worker = useRef<Worker | null>(null);
  const asked = useRef({ number: 0, files });
  useEffect(() => {
    const own = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    own.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.number === asked.current.number) setFound({ files: asked.current.files, problems: data.problems });
    });
    worker.current = own;
    return () => {
      worker.current = null;
      own.terminate();
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current = { number: asked.current.number + 1, files };
      worker.current?.postMessage({ number: asked.current.number, files });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [files]);
  return { problems: found.problems, isChecking: found.files !== files };
}
