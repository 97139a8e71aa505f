import { createContext, useContext } from "react";
import type { PlacedProblem } from "./law-context.ts";

export const ProblemsContext = createContext<readonly PlacedProblem[]>([]);

/** Findings of the last check of the draft, or the one problem that keeps it from being read now. */
export const useProblems = (): readonly PlacedProblem[] => useContext(ProblemsContext);
