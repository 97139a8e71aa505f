import type { ChangeKey } from "./hooks.ts";

/** Rules of one field in the contract. Lengths are characters after trimming. */
export interface FieldRule {
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly least?: number;
  readonly most?: number;
}

/**
 * Rules of an operation's body fields, by name. Written into the page at build time for the operations that its forms send; given
 * to `useForm({ rules })`, which then reports while typing what the server would refuse.
 */
export const contractOf = (_operation: ChangeKey): Readonly<Record<string, FieldRule>> => ({});
