/**
 * The address of a clause's summary on the public pages: of the programme that they usually show, or of this one (`ID` or
 * `ID@VERSION`).
 */
export const clauseHref = (clause: string, programme?: string): string =>
  `/policy${programme === undefined ? "" : `?programme=${encodeURIComponent(programme)}`}#${encodeURIComponent(clause)}`;
