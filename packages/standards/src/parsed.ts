/**
 * The answer of every reader in this package: the value, or a refusal that a program can test by `code`
 * and a person can read as a Chinese sentence. Readers never throw on what people typed.
 */
export type Parsed<T, C extends string = string> = { readonly ok: true; readonly value: T } | Refusal<C>;

export interface Refusal<C extends string = string> {
  readonly ok: false;
  /** Stable, kebab-case; tests and clients rely on it. */
  readonly code: C;
  /** One Chinese sentence saying what is wrong. Never repeats the value: it may be personal data. */
  readonly message: string;
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<C extends string>(code: C, message: string): Refusal<C> {
  return { ok: false, code, message };
}

/** The value, or an exception carrying the refusal: for demo data and tests, where a refusal is a fault of ours. */
export function mustParse<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new RangeError(`${parsed.message} [${parsed.code}]`);
}
