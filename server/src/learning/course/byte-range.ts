/** Part of a file to send: all of it, a range (both ends included), or nothing if the range lies outside. */
export type Ask = { kind: "whole" } | { kind: "part"; start: number; end: number } | { kind: "unsatisfiable" };

/**
 * Parses a Range header (RFC 9110 §14) for a file of `size` bytes. One range is honoured; several, other units and malformed ones
 * get the whole file, as the standard allows, as does `If-Range` with another ETag.
 */
export function readRange(range: string | undefined, ifRange: string | undefined, etag: string, bytes: number): Ask {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
  if (!match || (ifRange !== undefined && ifRange !== etag)) return { kind: "whole" };
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return { kind: "whole" };
  const start = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return { kind: "whole" };
  if (start >= bytes || (first === "" && Number(last) === 0)) return { kind: "unsatisfiable" };
  return { kind: "part", start, end };
}
