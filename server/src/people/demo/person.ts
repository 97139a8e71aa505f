import { addDays, addMonths, makeBankCard, makeCitizenId, type CivilDate, type Group } from "@jinengtong/standards";
import { addDemoAccount } from "../../access/index.ts";
import { json } from "../../kernel/database.ts";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { learnerUsername } from "../account/learner-account.ts";
import type { ConsentPurpose } from "../consent/consents.ts";
import type { FactKind } from "../fact/fact-kinds.ts";
import { citizenIdColumns, phoneColumns } from "../identity/identity.ts";
import { payeeColumns, type PayeeOwner } from "../payee/payee.ts";
import { personName } from "./names.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Employers of the story's people. */
    employers: { uscc: string }[];
  }
}

/** Reason for training: decides groups and facts. */
export type DemoProfile = "unemployed" | "employee" | "newly-hired" | "farmer" | "graduate" | "teacher";

export interface DemoPerson {
  index: number;
  id: string;
  name: string;
  birthDate: CivilDate;
  sex: "M" | "F";
  town: string;
  phone: string;
  groups: Group[];
  profile: DemoProfile;
  /** The employing enterprise's USCC, for those who work. */
  employer: string | null;
  hiredOn: CivilDate | null;
  contractMonths: number | null;
}

/**
 * Area code 320699 was never given out, so that no sample number can be a living person's; the check digit is valid. 999 numbers a day
 * and some 18,000 birth days hold 18 million people.
 */
const SAMPLE_AREA = "320699";
const BIRTH_DAYS = 16_000;

export interface DemoPersonWish {
  profile: DemoProfile;
  /** Start of training: groups and facts are valid by then. */
  by: CivilDate;
  name?: string;
  sex?: "F";
  phone?: string;
  card?: string;
  /** Groups, if they matter. */
  groups?: readonly Group[];
  /** Employer, if it matters. */
  employer?: string;
  /** Account with the demo password; without it, sign-in by phone code. */
  username?: string;
}

/** Adds one person with record, groups, facts from other offices and a payee account. */
export function addDemoPerson(county: DemoCounty, wish: DemoPersonWish): DemoPerson {
  const { random, sink, sealer } = county;
  const index = sink.next("person");
  const id = idOf("person", index);
  const birthDate = addDays("1962-01-01" as CivilDate, (index * 7919) % BIRTH_DAYS);
  const sequence = (Math.floor(index / BIRTH_DAYS) % 499) * 2 + 1 + (wish.sex === "F" || random.chance(0.56) ? 1 : 0);
  const sex = sequence % 2 === 1 ? "M" : "F";
  const citizenId = makeCitizenId(SAMPLE_AREA, birthDate, sequence);
  const phone = wish.phone ?? `19${String(100_000_000 + index).slice(0, 9)}`;
  const name = wish.name ?? personName(random, sex);
  const town = random.pick(county.towns);
  sink.add("person", {
    id,
    number: index,
    name,
    ...citizenIdColumns(sealer, id, citizenId),
    ...phoneColumns(sealer, id, phone),
    birth_date: birthDate,
    sex,
    town,
    education: random.pick(["初中", "高中", "中专", "大专"]),
    demo: true,
    created_at: at(addDays(wish.by, -20), "09:12:00"),
    created_by: null,
  });
  if (wish.profile !== "teacher") {
    addDemoAccount(county, {
      id: demoLearnerAccount(index),
      username: wish.username ?? learnerUsername(index),
      name,
      role: "learner",
      passwordHash: wish.username === undefined ? null : county.passwordHash,
      personId: id,
      createdAt: at(addDays(wish.by, -20), "09:12:00"),
    });
  }
  const employer =
    wish.profile === "employee" || wish.profile === "newly-hired"
      ? (wish.employer ?? random.pick(county.employers).uscc)
      : null;
  const hiredOn =
    employer === null
      ? null
      : addDays(wish.by, wish.profile === "newly-hired" ? -random.int(20, 120) : -random.int(500, 2_500));
  const contractMonths = hiredOn === null ? null : contractMonthsOf(county, index, hiredOn);
  const usual = groupsOf(county, wish.profile);
  const groups = wish.groups === undefined ? usual : [...wish.groups];
  addGroups(county, id, groups, wish.by);
  if (wish.profile !== "teacher") addConsents(county, id, index, wish.by);
  addFacts(county, id, wish, { employer, hiredOn, contractMonths });
  addDemoPayee(county, {
    id: demoPayeeOf({ index }),
    owner: { personId: id },
    holder: name,
    number: wish.card ?? makeBankCard(`62308${String(1_000_000_000 + index).padStart(10, "0")}00`.slice(0, 18)),
  });
  return {
    index,
    id,
    name,
    birthDate,
    sex,
    town,
    phone,
    groups,
    profile: wish.profile,
    employer,
    hiredOn,
    contractMonths,
  };
}

const CONTRACT_TERM = 36;

/** Contracts run for three years and are renewed; a few have expired without a report. */
function contractMonthsOf({ today }: DemoCounty, index: number, hiredOn: CivilDate): number {
  let months = CONTRACT_TERM;
  if (index % 15 !== 0) while (addMonths(hiredOn, months) <= today) months += CONTRACT_TERM;
  return months;
}

function groupsOf({ random }: DemoCounty, profile: DemoProfile): Group[] {
  switch (profile) {
    case "unemployed":
      return random.chance(0.3) ? ["hard-to-employ", "registered-unemployed"] : ["registered-unemployed"];
    case "farmer":
      return random.chance(0.4)
        ? ["registered-poor", "registered-unemployed", "rural-migrant"]
        : ["registered-unemployed", "rural-migrant"];
    case "graduate":
      return ["registered-unemployed", "unemployed-graduate"];
    case "employee":
    case "newly-hired":
      return random.chance(0.25) ? ["enterprise-employee", "rural-migrant"] : ["enterprise-employee"];
    case "teacher":
      return [];
  }
}

function addGroups(county: DemoCounty, personId: string, groups: readonly Group[], by: CivilDate): void {
  for (const code of groups) {
    county.sink.add("person_group", {
      id: rowId(county),
      person_id: personId,
      code,
      valid_from: addMonths(by, -3),
      valid_to: addMonths(by, 30),
      evidence_file_id: null,
      evidence_note: "示例：部门核对",
      state: "confirmed",
      declared_by: null,
      decided_by: county.reviewers[0],
      created_at: at(addMonths(by, -3), "10:00:00"),
    });
  }
}

const CONSENTS: readonly (readonly [ConsentPurpose, number])[] = [
  ["real-name", 1],
  ["publication", 0.9],
  ["data-sharing", 0.85],
  ["messages", 0.7],
  ["location", 0.4],
];

/** Consents of a person: everybody consents to registration, the other purposes have their share of people. */
function addConsents(county: DemoCounty, personId: string, index: number, by: CivilDate): void {
  for (const [purpose, share] of CONSENTS) {
    if (!county.random.chance(share)) continue;
    county.sink.add("consent", {
      id: county.sink.next("consent"),
      person_id: personId,
      purpose,
      text_version: "2026-11",
      given: true,
      at: at(addDays(by, -20), "09:12:00"),
      account_id: demoLearnerAccount(index),
    });
  }
}

function addFacts(
  county: DemoCounty,
  personId: string,
  { profile, by }: DemoPersonWish,
  { employer, hiredOn, contractMonths }: Pick<DemoPerson, "employer" | "hiredOn" | "contractMonths">,
): void {
  if (profile === "teacher") return;
  const asOf = addDays(by, -15);
  const add = (kind: FactKind, value: Record<string, unknown>, source: string): void =>
    county.sink.add("person_fact", {
      id: rowId(county),
      person_id: personId,
      kind,
      value: json(value),
      source,
      replaces: null,
      reason: null,
      recorded_by: null,
      recorded_at: at(asOf, "08:00:00"),
    });
  add("pension", { from: asOf, to: null, monthlyPension: false }, "社会保险经办（示例）");
  if (employer === null) {
    add(
      "employment",
      { from: asOf, to: null, employed: false, employer: null, local: null, hiredOn: null, contractMonths: null },
      "就业登记（示例）",
    );
    add("training-need", { from: asOf, to: null, trainingNeed: true }, "就业服务（示例）");
    add("unemployment-benefit", { asOf, periods: [] }, "失业保险经办（示例）");
  } else {
    add(
      "employment",
      { from: hiredOn ?? asOf, to: null, employed: true, employer, local: true, hiredOn, contractMonths },
      "就业登记（示例）",
    );
    const months = profile === "newly-hired" ? county.random.int(2, 30) : county.random.int(14, 80);
    add(
      "insurance",
      { asOf, unemploymentMonths: months, pensionMonths: months, pensionPaidNow: true },
      "社会保险经办（示例）",
    );
  }
}

/** Payee account, in force since the county's first day. */
export function addDemoPayee(
  county: DemoCounty,
  { id, owner, holder, number }: { id: string; owner: PayeeOwner; holder: string; number: string },
): void {
  county.sink.add("payee_account", {
    id,
    person_id: "personId" in owner ? owner.personId : null,
    organisation_id: "organisationId" in owner ? owner.organisationId : null,
    holder_name: holder,
    bank_name: "示例农村商业银行",
    ...payeeColumns(county.sealer, id, number),
    created_at: at(county.firstDay, "09:00:00"),
    created_by: null,
    replaced_at: null,
  });
}

/** Learner account; signs in by phone code. */
export const demoLearnerAccount = (index: number): string => idOf("account", 10_000_000 + index);

/** Payee account of a person. */
export const demoPayeeOf = (person: { index: number }): string => idOf("row", 900_000_000_000 + person.index);
