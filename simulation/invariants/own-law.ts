import { createHash } from "node:crypto";
import type { County } from "../county.ts";
import type { Invariant } from "./invariant.ts";
import { breachesIn } from "./query.ts";

const POLICY = "rugao-2019";

interface Shown {
  /** The versions there were, and the one in force, when the reasons were read. */
  law: string;
  /** By decision: its claim, and a digest of the reasons as they were first shown. */
  reasons: Map<string, { claimId: string; number: string; digest: string }>;
}
const shown = new WeakMap<County, Shown>();

export const ownLaw: Invariant = {
  sentence:
    "A claim is decided by the version of its day, and shows its own reasons for ever, whatever is published later.",
  each: "week",
  async check(county) {
    const { world } = county;
    const versions = world.services.policies.versionsOf(POLICY);
    const inForce = versions.findLast((each) => each.rules.manifest.effective.from <= world.today);
    const law = `${versions.length} ${inForce?.version}`;
    const before = shown.get(county) ?? { law, reasons: new Map() };
    const reasons: Shown["reasons"] = new Map();
    const decided = await world.owner.query<{ id: string; claim_id: string; number: string }>(
      `select d.id, d.claim_id, c.number from claim_decision d join claim c on c.decision_id = d.id order by c.number`,
    );
    const breaches: string[] = [];
    for (const { id, claim_id: claimId, number } of decided.rows) {
      const known = before.reasons.get(id);
      // Reasons read once under the same law need no other reading.
      const digest = known !== undefined && before.law === law ? known.digest : await reasonsOf(county, claimId);
      if (known !== undefined && known.digest !== digest) breaches.push(`${number} shows other reasons than before`);
      reasons.set(id, { claimId, number, digest: known?.digest ?? digest });
    }
    shown.set(county, { law, reasons });
    const dated = versions.map((each) => `('${each.digest}', date '${each.rules.manifest.effective.from}')`).join(", ");
    return [
      ...breaches,
      ...(await breachesIn(county, {
        "decided by a version that was not yet in force": `
          select c.number as what from claim_decision d join claim c on c.id = d.claim_id
          join (values ${dated}) as v (digest, since) on v.digest = d.policy_digest where v.since > c.applied_on`,
      })),
    ];
  },
};

async function reasonsOf({ auditor }: County, id: string): Promise<string> {
  const desk = await auditor.desk();
  const { body } = await desk.do("GET /api/v1/claims/:id", { params: { id } });
  return createHash("sha256").update(JSON.stringify(body.decision)).digest("hex");
}
