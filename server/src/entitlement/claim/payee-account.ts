import { sql } from "../../kernel/database.ts";

/**
 * The account that a claim `c` would be paid to now, null where none is registered. The choice of payee stands outside, so that each
 * branch reads its own index: with it inside, all accounts were read for each claim.
 */
export const payeeAccount = sql<string | null>`(case c.payee_kind
  when 'person' then (select a.id from payee_account a where a.person_id = c.person_id and a.replaced_at is null)
  else (select a.id from payee_account a where a.organisation_id = c.organisation_id and a.replaced_at is null) end)`;
