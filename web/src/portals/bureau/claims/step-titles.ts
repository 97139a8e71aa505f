export { stepTitle } from "../../../features/claims/step-title.ts";

/** The address of a clause's summary. */
export const clauseHref = (clause: string): string => `/policy#${encodeURIComponent(clause)}`;
