import { createContext, useContext, type ReactElement, type ReactNode } from "react";

const Right = createContext<string | null>(null);

/** Reads and changes below are made for somebody who agreed to it, by this right: `window:…` or `helper:…`. */
export function ActingFor({ right, children }: { right: string; children: ReactNode }): ReactElement {
  return <Right value={right}>{children}</Right>;
}

/** The right by which calls here are made for somebody else; null for one's own. */
export const useRight = (): string | null => useContext(Right);

export const rightHeader = (right: string | null | undefined): Record<string, string> =>
  right === null || right === undefined ? {} : { "x-acting-for": right };
