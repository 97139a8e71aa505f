import { FixedPiece, joinPieces, type Piece } from "./gzip-pieces.ts";

const texts = new WeakMap<object, FixedPiece>();

/**
 * Serializes a value once. Answers that hold it reuse those bytes, and what they compress to, so the value must not change from now
 * on. Worth it for data that many people receive unchanged.
 */
export function preserialize<T extends object>(value: T): T {
  texts.set(value, new FixedPiece(asJson(value)));
  return value;
}

/** JSON that may also stand in a page: nothing in it ends its block. */
export const asJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** Pieces of an answer's JSON if it is preserialized, or values at its top level are; otherwise null. */
export function preserializedPieces(answer: unknown): Piece[] | null {
  if (typeof answer !== "object" || answer === null) return null;
  const whole = texts.get(answer);
  if (whole) return [whole];
  const known: Piece[] = [];
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(answer)) {
    const text = typeof value === "object" && value !== null ? texts.get(value as object) : undefined;
    if (text) known.push(Buffer.from(`,${asJson(key)}:`), text);
    else others[key] = value;
  }
  if (known.length === 0) return null;
  const rest = asJson(others);
  // Preserialized parts come last, each with a leading comma; without other parts the first drops its comma.
  if (rest === "{}") known[0] = (known[0] as Buffer).subarray(1);
  return [Buffer.from(rest.slice(0, -1)), ...known, END];
}

/** UTF-8 JSON of an answer with preserialized values at its top level; null if it has none. */
export function joinPreserialized(answer: unknown): Buffer | null {
  const pieces = preserializedPieces(answer);
  return pieces && joinPieces(pieces);
}

const END = Buffer.from("}");
