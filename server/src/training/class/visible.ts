import type { Actor } from "../../kernel/actor.ts";
import { sql } from "../../kernel/database.ts";

/** Roles that may read classes and their records. A learner reads their own through other operations. */
export const CLASS_READERS = ["institution", "enterprise", "reviewer", "department", "finance", "auditor"] as const;

/** SQL condition on `training_class c` for the classes this account covers: the same rule as `covers`. */
export function visibleClasses(actor: Actor) {
  switch (actor.role) {
    case "institution":
      return sql<boolean>`c.organisation_id = ${actor.organisationId}`;
    case "enterprise":
      return sql<boolean>`(c.enterprise_id = ${actor.organisationId} or c.organisation_id = ${actor.organisationId})`;
    default:
      return sql<boolean>`starts_with(c.town, ${actor.region})`;
  }
}
