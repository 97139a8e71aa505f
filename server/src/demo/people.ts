import {
  addDays,
  addMonths,
  makeBankCard,
  makeCitizenId,
  maskBankCard,
  maskCitizenId,
  maskMobile,
  type CivilDate,
  type Group,
} from "@jinengtong/standards";
import { learnerUsername } from "../people/index.ts";
import { at, rowId, type County } from "./county.ts";
import { personName } from "./names.ts";
import { idOf } from "./random.ts";

/** Why a person trains: decides groups and facts. */
export type Profile = "unemployed" | "employee" | "newly-hired" | "farmer" | "graduate" | "teacher";

export interface Person {
  index: number;
  id: string;
  name: string;
  birthDate: CivilDate;
  sex: "M" | "F";
  town: string;
  phone: string;
  groups: Group[];
  profile: Profile;
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

export interface PersonWish {
  profile: Profile;
  /** When they are about to train: groups and facts hold by then. */
  by: CivilDate;
  name?: string;
  sex?: "F";
  phone?: string;
  card?: string;
  /** Who employs them, where it matters. */
  employer?: string;
  /** An account to sign in with by password; others sign in by phone code. */
  account?: { username: string; passwordHash: string };
}

/** Adds one person with record, groups, facts from other offices and a bank account. */
export function addPerson(county: County, wish: PersonWish): Person {
  const { random, sink, sealer } = county;
  const index = (county.counters.person += 1);
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
    citizen_id_sealed: sealer.seal(citizenId, { table: "person", column: "citizen_id", row: id }),
    citizen_id_hash: sealer.lookupHash(citizenId, "citizen-id"),
    citizen_id_masked: maskCitizenId(citizenId),
    phone_sealed: sealer.seal(phone, { table: "person", column: "phone", row: id }),
    phone_hash: sealer.lookupHash(phone, "phone"),
    phone_masked: maskMobile(phone),
    birth_date: birthDate,
    sex,
    town,
    education: random.pick(["初中", "高中", "中专", "大专"]),
    demo: true,
    created_at: at(addDays(wish.by, -20), "09:12:00"),
    created_by: null,
  });
  if (wish.profile !== "teacher") {
    sink.add("account", {
      id: learnerAccount(index),
      username: wish.account?.username ?? learnerUsername(index),
      name,
      role: "learner",
      password_hash: wish.account?.passwordHash ?? null,
      person_id: id,
      organisation_id: null,
      region: county.region,
      state: "active",
      demo: true,
      created_at: at(addDays(wish.by, -20), "09:12:00"),
    });
  }
  const employer =
    wish.profile === "employee" || wish.profile === "newly-hired"
      ? (wish.employer ?? random.pick(county.enterprises).uscc)
      : null;
  const hiredOn =
    employer === null
      ? null
      : addDays(wish.by, wish.profile === "newly-hired" ? -random.int(20, 120) : -random.int(500, 2_500));
  const contractMonths = hiredOn === null ? null : contractMonthsOf(county, index, hiredOn);
  const groups = groupsOf(county, wish.profile);
  addGroups(county, id, groups, wish.by);
  if (wish.profile !== "teacher") addConsents(county, id, index, wish.by);
  addFacts(county, id, wish, { employer, hiredOn, contractMonths });
  addPayee(county, id, name, index, wish.card);
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

/** Contracts run for three years and are renewed; now and then one has run out and nobody has said so. */
function contractMonthsOf({ today }: County, index: number, hiredOn: CivilDate): number {
  let months = CONTRACT_TERM;
  if (index % 15 !== 0) while (addMonths(hiredOn, months) <= today) months += CONTRACT_TERM;
  return months;
}

function groupsOf({ random }: County, profile: Profile): Group[] {
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

function addGroups(county: County, personId: string, groups: readonly Group[], by: CivilDate): void {
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

const CONSENTS = [
  ["real-name", 1],
  ["publication", 0.9],
  ["data-sharing", 0.85],
  ["messages", 0.7],
  ["location", 0.4],
] as const;

/** Who registers agrees to be known by name; to the rest not everybody does. */
function addConsents(county: County, personId: string, index: number, by: CivilDate): void {
  for (const [purpose, share] of CONSENTS) {
    if (!county.random.chance(share)) continue;
    county.sink.add("consent", {
      id: (county.counters.consent += 1),
      person_id: personId,
      purpose,
      text_version: "2026-11",
      given: true,
      at: at(addDays(by, -20), "09:12:00"),
      account_id: learnerAccount(index),
    });
  }
}

function addFacts(
  county: County,
  personId: string,
  { profile, by }: PersonWish,
  { employer, hiredOn, contractMonths }: Pick<Person, "employer" | "hiredOn" | "contractMonths">,
): void {
  if (profile === "teacher") return;
  const asOf = addDays(by, -15);
  const add = (kind: string, value: Record<string, unknown>, source: string): void =>
    county.sink.add("person_fact", {
      id: rowId(county),
      person_id: personId,
      kind,
      value,
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

function addPayee(county: County, personId: string, holder: string, index: number, shared?: string): void {
  const { sealer } = county;
  const number = shared ?? makeBankCard(`62308${String(1_000_000_000 + index).padStart(10, "0")}00`.slice(0, 18));
  const id = idOf("row", 900_000_000_000 + index);
  county.sink.add("payee_account", {
    id,
    person_id: personId,
    organisation_id: null,
    holder_name: holder,
    bank_name: "示例农村商业银行",
    number_sealed: sealer.seal(number, { table: "payee_account", column: "number", row: id }),
    number_hash: sealer.lookupHash(number, "bank-account"),
    number_masked: maskBankCard(number),
    created_at: at(county.firstDay, "09:00:00"),
    created_by: null,
    replaced_at: null,
  });
}

/** The platform account of a learner; they sign in by phone code. */
export const learnerAccount = (index: number): string => idOf("account", 10_000_000 + index);

/** The id of the account that a person is paid to. */
export const payeeOf = (person: { index: number }): string => idOf("row", 900_000_000_000 + person.index);
