/**
 * Result of every parser in this package: the value, or a refusal with a `code` for programs and a Chinese sentence for people.
 * Parsers never throw on user input.
 */
export type Parsed<T, C extends string = string> = { readonly ok: true; readonly value: T } | Refusal<C>;

export interface Refusal<C extends string = string> {
  readonly ok: false;
  /** Stable, kebab-case; tests and clients rely on it. */
  readonly code: C;
  /** One Chinese sentence with the fault. Never repeats the value, which may be personal data. */
  readonly message: string;
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<C extends string>(code: C, message: string): Refusal<C> {
  return { ok: false, code, message };
}

/** The value, or an exception with the refusal: for demo data and tests, where a refusal is our own fault. */
export function mustParse<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new RangeError(`${parsed.message} [${parsed.code}]`);
}
