import { regionName, rugaoTowns } from "@jinengtong/standards";
import type { Choice } from "../../kit/Select.tsx";

/** The county's towns and sub-districts, to choose from. */
export const townChoices: readonly Choice[] = rugaoTowns.map(({ code, name }) => ({ value: code, label: name }));

export const townName = (code: string): string => regionName(code) ?? code;
