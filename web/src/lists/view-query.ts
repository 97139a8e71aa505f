/** Filters and order of an address in one spelling, without the case that is open: what a view keeps. */
export function viewQuery(search: string): string {
  const kept = new URLSearchParams(search);
  kept.delete("case");
  kept.sort();
  return kept.toString();
}
