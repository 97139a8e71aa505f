export { stepTitle } from "../../ui/organisation/step-title.ts";

/** The address of a clause's summary. */
export const clauseHref = (clause: string): string => `/policy#${encodeURIComponent(clause)}`;
