import { regionName, rugaoTowns } from "@jinengtong/standards";

/** The county's towns and sub-districts, to choose from. */
export const townChoices = rugaoTowns.map(({ code, name }) => ({ value: code, label: name }));

export const townName = (code: string): string => regionName(code) ?? code;
