/** Reads a design token (for instance `color-accent`) as the page currently has it. */
export function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Colours of a chart's series, in order of use. */
export function seriesColours(): string[] {
  return [1, 2, 3, 4, 5, 6].map((index) => readToken(`color-series-${index}`));
}
