import { exact, type Exact } from "./exact.ts";

/**
 * The best `share` of those scored, at most (rounded down): 10 % of 40 is 4. Those who have the score of the last place but no place are
 * `tied`: a person decides between them, with a reason.
 */
export function bestShare<Key>(
  scores: readonly { readonly key: Key; readonly score: Exact }[],
  share: number,
): { best: Key[]; tied: Key[] } {
  const places = Number(exact(share).mul(scores.length).floor().toFraction());
  const ordered = scores.toSorted((one, other) => other.score.compare(one.score));
  const last = ordered[places - 1];
  const next = ordered[places];
  if (!last || !next || next.score.compare(last.score) < 0)
    return { best: ordered.slice(0, places).map(({ key }) => key), tied: [] };
  return {
    best: ordered.filter(({ score }) => score.compare(last.score) > 0).map(({ key }) => key),
    tied: ordered.filter(({ score }) => score.compare(last.score) === 0).map(({ key }) => key),
  };
}
