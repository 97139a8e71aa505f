/** Reads a design token (for instance `color-accent`) from the page's styles. */
export function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Colours of a chart's series, in order of use. */
export function seriesColours(): string[] {
  return [1, 2, 3, 4, 5, 6].map((index) => readToken(`color-series-${index}`));
}
