import { useEffect, useRef } from "react";
import type { Paper } from "./PaperList.tsx";

interface PaperChanges {
  onAdd: (paper: Paper) => void;
  onRemove: (id: string) => void;
}

/** Serialises changes to a list of papers, since two uploads may end at once. */
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
