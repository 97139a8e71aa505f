import {
  digestOf,
  type Interpretation,
  interpretations,
  type ParameterValue,
  type Policy,
  proposerOf,
} from "@jinengtong/policy";
import { county } from "@jinengtong/county";
import { type Database, sql } from "../../kernel/database.ts";
import { valueOnDay } from "./parameter-view.ts";
import { parametersFor } from "./local-parameters.ts";

/** A confirmation of a reading by the bureau: proposed by one officer, and confirmed once another has. */
export interface Confirmation {
  id: number;
  reading: string;
  digest: string;
  source: string;
  state: "proposed" | "confirmed";
  proposed_by: string;
  proposer: string;
  proposed_at: Date;
  decider: string | null;
  decided_on: string | null;
}

/** Digest of what is confirmed: the question, its alternatives and the chosen one. */
export const readingDigest = ({ question, readings, chosen }: Interpretation): string =>
  digestOf({ question, readings, chosen });

/** Open and confirmed confirmations of a programme's readings. */
async function confirmations(db: Database, policyId: string): Promise<Confirmation[]> {
  const found = await sql<Confirmation>`
    select r.id, r.reading, r.digest, r.source, r.state, r.proposed_by, a.name as proposer, r.proposed_at,
      b.name as decider, r.decided_on
    from policy_reading r join account a on a.id = r.proposed_by left join account b on b.id = r.decided_by
    where r.policy_id = ${policyId} and r.state <> 'refused' order by r.id`.execute(db);
  return found.rows;
}

/** A reading of a version, with the bureau's word on it and the parameter that turns it. */
export interface KnownReading {
  reading: Interpretation;
  /** Who proposes it, as the package says. */
  proposer: string;
  confirmation: Confirmation | null;
  /** The parameter by which a county turns the reading, and its value in force on the day; null where there is no value. */
  turnedBy: { name: string; label: string; value: string | null } | null;
}

/** The readings of a version on a day. A confirmation of the same question, alternatives and choice holds in every version. */
export async function readingsOf(db: Database, policy: Policy, day: string): Promise<KnownReading[]> {
  const known = new Map((await confirmations(db, policy.id)).map((one) => [`${one.reading} ${one.digest}`, one]));
  const local = await parametersFor(db, policy, day);
  return interpretations(policy).map((reading) => ({
    reading,
    proposer: proposerOf(reading),
    confirmation: known.get(`${reading.id} ${readingDigest(reading)}`) ?? null,
    turnedBy: turnedBy(policy, reading, local, day),
  }));
}

function turnedBy(
  policy: Policy,
  { parameter: name }: Interpretation,
  local: Readonly<Record<string, ParameterValue>>,
  day: string,
): KnownReading["turnedBy"] {
  const reader = name === undefined ? undefined : policy.parameters.get(name);
  const declared = policy.rules.parameters.find((one) => one.name === name);
  if (reader === undefined || declared === undefined) return null;
  const value = local[reader.name] ?? valueOnDay(declared.values, day);
  return { name: reader.name, label: reader.label, value: value === undefined ? null : reader.show(value) };
}

/** The bureau's decision on a reading as it is told to the public; nulls until a second officer has confirmed it. */
export const decisionOn = ({ confirmation }: KnownReading): { decidedBy: string | null; since: string | null } =>
  confirmation?.state === "confirmed"
    ? { decidedBy: `${county().offices.bureau.name}确认（${confirmation.source}）`, since: confirmation.decided_on }
    : { decidedBy: null, since: null };
