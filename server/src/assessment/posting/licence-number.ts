import type { Context } from "../../kernel/context.ts";
import { citizenIdHash } from "../../people/index.ts";

const OF_CITIZEN_ID = /(?<!\d)(\d{17}[\dX])(?!\d)/;

/** 特种作业操作证 carry T and the holder's ID number. */
export const isCitizenIdShaped = (number: string): boolean => OF_CITIZEN_ID.test(number.toUpperCase());

/**
 * Number by which a licence is kept: the printed one, or, where it is the holder's ID number, the item and a part of the number's keyed hash, so
 * that no ID number is stored or shown. Null if the ID number in it is somebody else's.
 */
export function serialOf(context: Context, number: string, item: string, holderHash: Buffer): string | null {
  const [, citizenId] = OF_CITIZEN_ID.exec(number.toUpperCase()) ?? [];
  if (citizenId === undefined) return number.toUpperCase();
  const hash = citizenIdHash(context.services.sealer, citizenId);
  return hash.equals(holderHash) ? `${item}-${hash.toString("hex").slice(0, 12)}`.toUpperCase() : null;
}
