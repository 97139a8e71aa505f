/**
 * A closed list of codes with their Chinese names, in the order people expect to see them. `codes` feeds a schema
 * (`z.enum(list.codes)`), `options` a select box, `label` a page.
 */
export interface CodeList<C extends string> {
  readonly codes: readonly [C, ...C[]];
  readonly options: readonly { readonly code: C; readonly label: string }[];
  /** Chinese label. Throws on an unknown code: a programming error, not user input. */
  label(code: C): string;
  /** Narrows untrusted text to a code of the list. */
  has(code: unknown): code is C;
  /** Code of a Chinese label, for spreadsheet cells; undefined if there is none. */
  codeOf(label: string): C | undefined;
}

export type CodeOf<L> = L extends CodeList<infer C> ? C : never;

export function codeList<const T extends Record<string, string>>(labels: T): CodeList<keyof T & string> {
  type C = keyof T & string;
  const entries = Object.entries(labels) as [C, string][];
  const byCode = new Map<string, string>(entries);
  const byLabel = new Map<string, C>(entries.map(([code, label]) => [label, code]));
  const [first, ...rest] = entries.map(([code]) => code);
  if (first === undefined) throw new RangeError("A code list needs at least one code.");
  return {
    codes: [first, ...rest],
    options: entries.map(([code, label]) => ({ code, label })),
    label(code) {
      const label = byCode.get(code);
      if (label === undefined) throw new RangeError(`Unknown code: ${code}`);
      return label;
    },
    has: (code): code is C => typeof code === "string" && byCode.has(code),
    codeOf: (label) => byLabel.get(label.trim()),
  };
}
