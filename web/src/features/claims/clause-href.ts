/** The address of a clause's summary on the public pages. */
export const clauseHref = (clause: string): string => `/policy#${encodeURIComponent(clause)}`;
