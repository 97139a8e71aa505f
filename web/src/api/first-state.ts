/** Long after the document came, its answers may be outdated. */
const FRESH_MS = 60_000;

let carried: Map<string, unknown> | null = null;

/**
 * The answer to a GET that the page's document brought, once; undefined if it brought none. What nobody asks for at the start is
 * forgotten, at the latest with the first change.
 */
export function takeCarried(url: string): unknown {
  if (typeof document === "undefined") return undefined;
  carried ??= read();
  if (performance.now() > FRESH_MS) carried.clear();
  const answer = carried.get(url);
  carried.delete(url);
  return answer;
}

/** After a change nothing that was read before it counts. */
export const forgetCarried = (): void => carried?.clear();

function read(): Map<string, unknown> {
  const block = document.getElementById("first-state");
  return new Map(block === null ? [] : Object.entries(JSON.parse(block.textContent) as Record<string, unknown>));
}
