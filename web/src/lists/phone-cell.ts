/**
 * On a phone each row is a small card with one labelled line per column, so that nothing is off-screen. The label is the cell's
 * `data-title`.
 */
export const phoneTable = "max-sm:block";
export const phoneRow =
  "max-sm:block max-sm:px-4 max-sm:py-3 max-sm:[content-visibility:auto] max-sm:[contain-intrinsic-size:auto_12rem]";
export const phoneCell =
  "max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-5 max-sm:p-0 max-sm:py-0.5 max-sm:text-right max-sm:whitespace-normal max-sm:[overflow-wrap:anywhere] " +
  "max-sm:before:shrink-0 max-sm:before:text-left max-sm:before:text-sm max-sm:before:font-normal max-sm:before:text-ink-2 max-sm:before:content-[attr(data-title)]";
