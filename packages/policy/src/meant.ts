/** Did-you-mean: which of the known names a wrong one was probably meant to be. */

/** The number of letters to add, drop, change or swap with the next to come from one word to the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_one, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next[j] = least;
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Longer words are no slip of a known name. */
const LONGEST = 60;

/** The nearest known name, if it is near: at most a third of the letters differ. */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > LONGEST) return undefined;
  const near = known
    .map((name) => ({ name, far: distance(wrong, name) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(Math.max(name.length, wrong.length) / 3)));
  return near.toSorted((a, b) => a.far - b.far)[0]?.name;
}

/** “，是不是 X？” for the end of a message; nothing where no name is near. */
export function meant(wrong: string, known: readonly string[]): string {
  const name = nearestName(wrong, known);
  return name === undefined ? "" : `；是不是 ${name}？`;
}
