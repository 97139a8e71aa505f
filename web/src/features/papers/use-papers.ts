import { useEffect, useRef } from "react";
import type { Paper } from "./PaperList.tsx";

interface PaperChanges {
  onAdd: (paper: Paper) => void;
  onRemove: (id: string) => void;
}

/** Changes a list of papers one after the other, though two uploads end at the same time. */
export function usePapers(papers: readonly Paper[], set: (papers: readonly Paper[]) => void): PaperChanges {
  const latest = useRef(papers);
  useEffect(() => {
    latest.current = papers;
  }, [papers]);
  const become = (next: readonly Paper[]): void => {
    latest.current = next;
    set(next);
  };
  return {
    onAdd: (paper) => become([...latest.current, paper]),
    onRemove: (id) => become(latest.current.filter((paper) => paper.id !== id)),
  };
}
