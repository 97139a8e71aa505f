import { regionName, rugaoTowns } from "@jinengtong/standards";
import type { Choice } from "../../kit/Select.tsx";

/** The county's towns and sub-districts, to choose from. */
export const townChoices: readonly Choice[] = rugaoTowns.map(({ code, name }) => ({ value: code, label: name }));

/** The name of a region code; the code itself where it isn't known. */
export const townName = (code: string): string => regionName(code) ?? code;
