import { createHash } from "node:crypto";

/** A claim to draw from; the amount in fen. */
export interface Drawable {
  readonly id: string;
  readonly fen: number;
}

const IN_A_STRATUM = 10;

/**
 * A reproducible sample by amount: of each ten claims, ordered by amount, the one whose digest with the seed comes first; and always
 * the claim that is larger than all others. A random tenth by number alone would miss the one large claim nine times out of ten.
 */
export function drawSample(seed: string, claims: readonly Drawable[]): string[] {
  const rank = (id: string): string => createHash("sha256").update(`${seed}:${id}`).digest("hex");
  const ordered = claims.toSorted((a, b) => b.fen - a.fen || (a.id < b.id ? -1 : 1));
  const sample = new Set<string>();
  const [largest, next] = ordered;
  if (largest !== undefined && next !== undefined && largest.fen > next.fen) sample.add(largest.id);
  for (let at = 0; at < ordered.length; at += IN_A_STRATUM) {
    const [drawn] = ordered
      .slice(at, at + IN_A_STRATUM)
      .map(({ id }) => ({ id, rank: rank(id) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    if (drawn !== undefined) sample.add(drawn.id);
  }
  return [...sample];
}
