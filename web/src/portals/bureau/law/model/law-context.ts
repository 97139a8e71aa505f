import type { Names, WorkedResult } from "@jinengtong/policy/authoring";
import type { PlacedProblem, Policy, WorkedCases } from "@jinengtong/policy/engine";
import { createContext, useContext } from "react";
import type { Files } from "./files.ts";

/** A draft in an editor: its files, what they mean now, and how they are changed. */
export interface Law {
  files: Files;
  /** The version that the draft was copied from, where its files differ. */
  names: Names;
  /** The rules as they were last whole: while a sentence is half typed, the others still decide. */
  policy: Policy | null;
  /** The problem that keeps the package from being read now. */
  broken: PlacedProblem | null;
  /** Whether it is only to be read. */
  readOnly: boolean;
  /** Changes files. Changes with the same key in quick succession are one step back. */
  edit: (change: (files: Files) => Files, key?: string) => void;
  /** Changes one value of a file; undefined takes it out. */
  set: (path: string, pointer: string, value: unknown) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

export const LawContext = createContext<Law | null>(null);

export function useLaw(): Law {
  const law = useContext(LawContext);
  if (law === null) throw new Error("outside of an editor of drafts");
  return law;
}

export type { Names, PlacedProblem, Policy, WorkedCases, WorkedResult };
