import type { ChangeKey } from "./hooks.ts";

/** What a contract says about one field. Lengths are characters after trimming. */
export interface FieldRule {
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly least?: number;
  readonly most?: number;
}

/**
 * What an operation says about the fields of its body, by their names. Written into the page when it is built, for the operations
 * that its forms send; given to `useForm({ rules })`, which then says while one types what the server would refuse.
 */
export const contractOf = (_operation: ChangeKey): Readonly<Record<string, FieldRule>> => ({});
