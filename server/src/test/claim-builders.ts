import { randomUUID } from "node:crypto";
import type { ClaimState } from "../entitlement/index.ts";
import { sql } from "../kernel/database.ts";
import type { TestApp } from "./app.ts";
import { COUNTY } from "./app.ts";
import { aPerson } from "./people-builders.ts";

const TOWN = "320682001";
let serial = 0;

/** Shortest path to each state. */
const WAYS: Record<ClaimState, ClaimState[]> = {
  prepared: ["prepared"],
  declined: ["prepared", "declined"],
  lapsed: ["prepared", "lapsed"],
  submitted: ["submitted"],
  returned: ["submitted", "returned"],
  withdrawn: ["submitted", "withdrawn"],
  refused: ["submitted", "refused"],
  appealed: ["submitted", "refused", "appealed"],
  "first-passed": ["submitted", "first-passed"],
  approved: ["submitted", "first-passed", "approved"],
  publicised: ["submitted", "first-passed", "approved", "publicised"],
  objected: ["submitted", "first-passed", "approved", "publicised", "objected"],
  cancelled: ["submitted", "first-passed", "approved", "cancelled"],
  payable: ["submitted", "first-passed", "approved", "publicised", "payable"],
  batched: ["submitted", "first-passed", "approved", "publicised", "payable", "batched"],
  paid: ["submitted", "first-passed", "approved", "publicised", "payable", "batched", "paid"],
  recovering: ["submitted", "first-passed", "approved", "publicised", "payable", "batched", "paid", "recovering"],
  recovered: [
    "submitted",
    "first-passed",
    "approved",
    "publicised",
    "payable",
    "batched",
    "paid",
    "recovering",
    "recovered",
  ],
};

export interface BuiltClaim {
  id: string;
  number: string;
  personId: string;
  decisionId: string;
  /** Accounts: who submitted, who passed it first and second. */
  submittedBy: string;
  firstOfficer: string;
  secondOfficer: string;
}

export interface ClaimWish {
  /** Default `payable`. */
  state?: ClaimState;
  personId?: string;
  organisationId?: string | null;
  classId?: string;
  enrolmentId?: string;
  certificateId?: string;
  benefit?: string;
  /** Fen; default 120,000. */
  amountFen?: number;
  /** Default `person`, or `organisation` where an organisation is named. */
  payeeKind?: "person" | "organisation";
  appliedOn?: string;
  occupation?: string;
  level?: 1 | 2 | 3 | 4 | 5;
  sourceId?: string | null;
  region?: string;
  town?: string;
  /** Officers by account id, if a test needs them. */
  firstOfficer?: string;
  secondOfficer?: string;
  submittedBy?: string;
}

/**
 * A claim with a replayable decision, moved to the given state, with both reviews if it is past them. Takes no slots and reserves
 * nothing.
 */
export async function aClaim(app: TestApp, given: ClaimWish = {}): Promise<BuiltClaim> {
  const { database, policies } = app.services;
  const policy = policies.get("rugao-2019");
  if (!policy) throw new Error("rugao-2019 is not loaded");
  const way = WAYS[given.state ?? "payable"];
  const personId = given.personId ?? (await aPerson(app)).id;
  const submittedBy = given.submittedBy ?? (await anOfficer(app));
  const firstOfficer = given.firstOfficer ?? (await anOfficer(app));
  const secondOfficer = given.secondOfficer ?? (await anOfficer(app));
  const amount = given.amountFen ?? 120_000;
  const appliedOn = given.appliedOn ?? "2020-04-10";
  const number = `RG-TEST-${String((serial += 1)).padStart(6, "0")}`;
  const id = randomUUID();
  const granted = way.includes("approved");
  await database
    .insertInto("claim")
    .values({
      id,
      number,
      policy_id: policy.id,
      benefit: given.benefit ?? "unemployed-training",
      stage: null,
      applied_on: appliedOn,
      person_id: personId,
      organisation_id: given.organisationId ?? null,
      class_id: given.classId ?? null,
      enrolment_id: given.enrolmentId ?? null,
      certificate_id: given.certificateId ?? null,
      subsidy_list_id: null,
      payee_kind: given.payeeKind ?? (given.organisationId ? "organisation" : "person"),
      source_id: given.sourceId ?? null,
      region: given.region ?? COUNTY,
      town: given.town ?? TOWN,
      asked_fen: amount,
      approved_fen: granted ? amount : null,
      paid_fen: way.includes("paid") ? amount : null,
      state: way[0],
      decision_id: null,
      submitted_by: way[0] === "prepared" ? null : submittedBy,
      submitted_at: way[0] === "prepared" ? null : new Date(`${appliedOn}T09:00:00+08:00`),
      due_on: null,
      publicised_from: way.includes("publicised") ? appliedOn : null,
      publicised_to: way.includes("publicised") ? appliedOn : null,
    })
    .execute();
  const decision = await database
    .insertInto("claim_decision")
    .values({
      claim_id: id,
      version: 1,
      facts: JSON.stringify(grantedFacts(number, appliedOn, amount, given.occupation, given.level)),
      policy_id: policy.id,
      policy_digest: policy.digest,
      outcome: "granted",
      amount_fen: amount,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await database.updateTable("claim").set({ decision_id: decision.id }).where("id", "=", id).execute();
  for (const state of way.slice(1)) {
    if (state === "first-passed") await review(1, firstOfficer);
    if (state === "approved") await review(2, secondOfficer);
    await database.updateTable("claim").set({ state }).where("id", "=", id).execute();
  }
  return { id, number, personId, decisionId: decision.id, submittedBy, firstOfficer, secondOfficer };

  async function review(round: 1 | 2, officer: string): Promise<void> {
    await sql`
      insert into claim_review (claim_id, version, round, verdict, officer_id, submitted_by, decision_id, amount_fen)
      values (${id}, 1, ${round}, 'pass', ${officer}, ${submittedBy}, ${decision.id}, ${amount})`.execute(database);
  }
}

/** Facts for which rugao-2019 grants exactly this amount for training an unemployed person. */
function grantedFacts(id: string, appliedOn: string, fen: number, occupation = "6-31-01-03", level = 5): unknown {
  return {
    id,
    benefit: "unemployed-training",
    appliedOn,
    person: { groups: ["registered-unemployed"], monthlyPension: false },
    training: {
      institution: { kind: "training-institution", local: true, admitted: true },
      requiredHours: 60,
      offlineHours: 60,
      onlineHours: 0,
    },
    certificate: { kind: "completion", occupation, level, issuedOn: appliedOn },
    standard: { trainingFen: fen, assessmentFen: 0, shortage: false },
    history: [],
  };
}

/** Account of a reviewer who never signs in. */
async function anOfficer(app: TestApp): Promise<string> {
  const row = await app.services.database
    .insertInto("account")
    .values({
      username: `officer-${randomUUID().slice(0, 8)}`,
      name: "测试审核员",
      role: "reviewer",
      password_hash: null,
      person_id: null,
      organisation_id: null,
      region: COUNTY,
      locked_until: null,
      created_by: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
