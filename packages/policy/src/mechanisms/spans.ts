/** Spans of days, as day numbers; both ends included. An open side is infinite. */

export interface Span {
  from: number;
  to: number;
}

export function isEmpty({ from, to }: Span): boolean {
  return to < from;
}

/** The same days as spans in order that don't touch. */
export function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.filter((one) => !isEmpty(one)).toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last !== undefined && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else all.push({ ...span });
  }
  return all;
}

/** The days of `spans` (in order) outside `excluded` (merged). */
export function daysLeft(spans: readonly Span[], excluded: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const span of spans) {
    while ((excluded[first]?.to ?? Number.POSITIVE_INFINITY) < span.from) first += 1;
    let next = span.from;
    for (let at = first; at < excluded.length; at += 1) {
      const gone = excluded[at];
      if (gone === undefined || gone.from > span.to) break;
      if (gone.from > next) left.push({ from: next, to: gone.from - 1 });
      next = Math.max(next, gone.to + 1);
    }
    if (next <= span.to) left.push({ from: next, to: span.to });
  }
  return left;
}

export function countDays(spans: readonly Span[]): number {
  return spans.reduce((days, { from, to }) => days + to - from + 1, 0);
}

export function overlaps(span: Span, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => Math.max(from, span.from) <= Math.min(to, span.to));
}
