import type { Actor } from "../../kernel/actor.ts";
import { inTransaction } from "../../kernel/context.ts";
import type { Services } from "../../kernel/services.ts";
import { submitClaim } from "../application/submit-claim.ts";

/** Somebody's seat in a class, and the account they sign in with. */
export interface DemoSeat {
  /** The enrolment. */
  id: string;
  person_id: string;
  account_id: string;
  region: string;
}

/** The person confirms what was prepared for their seat, with or without its certificate. */
export async function confirmDemoClaim(
  services: Services,
  { id, person_id, account_id, region }: DemoSeat,
  { withCertificate }: { withCertificate: boolean },
): Promise<void> {
  const claim = await services.database
    .selectFrom("claim")
    .select("id")
    .where("enrolment_id", "=", id)
    .where("state", "=", "prepared")
    .where("certificate_id", withCertificate ? "is not" : "is", null)
    .executeTakeFirst();
  if (!claim) return;
  const actor: Actor = {
    accountId: account_id,
    name: "",
    role: "learner",
    region,
    organisationId: null,
    personId: person_id,
    sessionId: null,
    scopes: null,
  };
  await inTransaction(services, (context) => submitClaim(context, claim.id, { from: ["prepared"] }), actor);
}
