/**
 * Identifiers, code lists, dates, working days and money, as the rest of the platform uses them. Pure and browser-safe.
 */
export * from "./attendance-mark.ts";
export * from "./non-completion.ts";
export * from "./bank-card.ts";
export * from "./certificate-kind.ts";
export * from "./certificate-number.ts";
export * from "./citizen-id.ts";
export * from "./identity-paper.ts";
export * from "./civil-date.ts";
export * from "./code-list.ts";
export * from "./fen.ts";
export * from "./group.ts";
export * from "./hours.ts";
export * from "./hrss-element.ts";
export * from "./look-alikes.ts";
export * from "./occupation.ts";
export * from "./office-days.ts";
export * from "./organisation-kind.ts";
export * from "./parsed.ts";
export * from "./person-name.ts";
export * from "./phone.ts";
export * from "./region.ts";
export * from "./sheet-limit.ts";
export * from "./site-address.ts";
export * from "./skill-level.ts";
export * from "./trade.ts";
export * from "./uscc.ts";
export * from "./uuid.ts";
export * from "./working-age.ts";
export * from "./working-days.ts";
export * from "./written-code.ts";
export * from "./written-date.ts";
export * from "./written-number.ts";
export * from "./written-text.ts";
