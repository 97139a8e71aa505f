/** Staff portals by the first part of their address. */
const PORTALS = ["admin", "audit", "bureau", "enterprise", "evaluation", "finance", "institution"];

/** `carriedBy` of what every staff page asks for, with this query. */
export const onStaffPages = (query = ""): Record<string, string> =>
  Object.fromEntries(PORTALS.map((portal) => [`/${portal}/*`, query]));
