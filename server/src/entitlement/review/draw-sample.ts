import { createHash } from "node:crypto";

/** At least one in ten, and at least one. */
export const sampleSize = (size: number): number => Math.max(1, Math.ceil(size / 10));

/** A reproducible random sample: the ids whose digests with the seed come first. */
export function drawSample(seed: string, ids: readonly string[]): string[] {
  const rank = (id: string): string => createHash("sha256").update(`${seed}:${id}`).digest("hex");
  return ids
    .map((id) => ({ id, rank: rank(id) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, sampleSize(ids.length))
    .map(({ id }) => id);
}
