/** The chosen keys once a row was ticked or unticked. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The chosen keys with all rows from the one ticked last to this one. */
export function ranged(
  keys: ReadonlySet<string>,
  shown: readonly string[],
  last: string | null,
  key: string,
): ReadonlySet<string> {
  const [from, to] = [last === null ? -1 : shown.indexOf(last), shown.indexOf(key)].toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) return new Set([...keys, key]);
  return new Set([...keys, ...shown.slice(from, to + 1)]);
}
