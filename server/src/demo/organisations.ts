import { makeUscc, maskBankCard, makeBankCard, type CivilDate } from "@jinengtong/standards";
import { at, rowId, type County, type Lane, type Organisation } from "./county.ts";
import { ENTERPRISE_NAMES, EVALUATOR_NAMES, INSTITUTION_NAMES, SCHOOL_NAMES } from "./names.ts";
import { addPerson } from "./people.ts";
import { COURSES } from "./plan.ts";
import { idOf } from "./random.ts";

interface OrganisationWish {
  name: string;
  kind: "training-institution" | "vocational-school" | "enterprise" | "evaluation-body" | "department" | "bureau";
  ownership?: "public" | "private";
  state?: "active" | "suspended" | "exited";
}

/** Adds an organisation with a bank account of its own. */
export function addOrganisation(
  county: County,
  wish: OrganisationWish,
): { id: string; uscc: string; name: string; town: string } {
  const n = (county.counters.organisation += 1);
  const id = idOf("organisation", n);
  const uscc = makeUscc(wish.kind === "enterprise" ? "91" : "52", county.region, `MA${String(n).padStart(7, "0")}`);
  const town = county.random.pick(county.towns);
  county.sink.add("organisation", {
    id,
    uscc,
    name: wish.name,
    kind: wish.kind,
    ownership: wish.ownership ?? "private",
    region: county.region,
    town,
    address: `示例路 ${county.random.int(1, 300)} 号`,
    contact_name: null,
    contact_phone_sealed: null,
    contact_phone_masked: null,
    state: wish.state ?? "active",
    demo: true,
    created_at: at(county.firstDay, "09:00:00"),
  });
  const accountId = idOf("row", 800_000_000_000 + n);
  const number = makeBankCard(`62109${String(2_000_000_000 + n)}00`.slice(0, 18));
  county.sink.add("payee_account", {
    id: accountId,
    person_id: null,
    organisation_id: id,
    holder_name: wish.name,
    bank_name: "示例农村商业银行",
    number_sealed: county.sealer.seal(number, { table: "payee_account", column: "number", row: accountId }),
    number_hash: county.sealer.lookupHash(number, "bank-account"),
    number_masked: maskBankCard(number),
    created_at: at(county.firstDay, "09:00:00"),
    created_by: null,
    replaced_at: null,
  });
  return { id, uscc, name: wish.name, town };
}

const LANES = 5;

/** Adds training institutions and schools with teachers, rooms and admissions; enterprises; evaluators; departments. */
export function addOrganisations(county: County, institutions: number): void {
  for (const name of EVALUATOR_NAMES)
    county.evaluators.push(
      addOrganisation(county, { name: `示例县${name}`, kind: "evaluation-body", ownership: "public" }),
    );
  const enterprises = Math.max(ENTERPRISE_NAMES.length, institutions);
  for (let n = 0; n < enterprises; n += 1) {
    const base = ENTERPRISE_NAMES[n % ENTERPRISE_NAMES.length] as string;
    county.enterprises.push(
      addOrganisation(county, {
        name: `示例${base}有限公司${ordinal(n, ENTERPRISE_NAMES.length)}`,
        kind: "enterprise",
      }),
    );
  }
  for (let n = 0; n < institutions; n += 1) {
    const school = n < SCHOOL_NAMES.length ? SCHOOL_NAMES[n] : undefined;
    const base = INSTITUTION_NAMES[n % INSTITUTION_NAMES.length] as string;
    // The first one belongs to the institution's demo account: a private school like most.
    const wish: OrganisationWish & { kind: Organisation["kind"] } =
      school !== undefined && n > 0
        ? { name: `示例县${school}`, kind: "vocational-school", ownership: "public" }
        : { name: `示例${base}职业培训学校${ordinal(n, INSTITUTION_NAMES.length)}`, kind: "training-institution" };
    const organisation: Organisation = {
      ...addOrganisation(county, wish),
      kind: wish.kind,
      accountId: idOf("account", 1_000 + n),
      lanes: [],
      certificates: new Map(),
    };
    for (let lane = 0; lane < LANES; lane += 1) organisation.lanes.push(addLane(county, organisation, lane));
    addAdmissions(county, organisation.id);
    county.organisations.push(organisation);
  }
  for (const evaluator of county.evaluators) addAdmissions(county, evaluator.id, "evaluation");
}

const ordinal = (n: number, names: number): string => (n < names ? "" : `（${Math.floor(n / names) + 1}）`);

export function addLane(county: County, organisation: { id: string }, lane: number): Lane {
  const person = addPerson(county, { profile: "teacher", by: county.firstDay });
  const teacherId = rowId(county);
  county.sink.add("teacher", {
    id: teacherId,
    organisation_id: organisation.id,
    person_id: person.id,
    employment: county.random.weighted([
      ["full-time", 5],
      ["part-time", 3],
      ["enterprise-trainer", 2],
    ] as const),
    occupations: [...new Set(COURSES.map((course) => course.occupation))],
    qualification: "高级工以上职业技能等级证书（示例）",
    state: "active",
    created_at: at(county.firstDay, "09:00:00"),
  });
  const roomId = rowId(county);
  const latitude = 32.2 + county.random.next() * 0.35;
  const longitude = 120.35 + county.random.next() * 0.45;
  county.sink.add("room", {
    id: roomId,
    organisation_id: organisation.id,
    name: lane % 2 === 0 ? `教室 ${201 + lane}` : `实训楼 ${101 + lane}`,
    address: "教学楼",
    capacity: 50,
    latitude,
    longitude,
    state: "active",
  });
  return { teacherId, teacherPersonId: person.id, roomId, latitude, longitude, freeFrom: county.firstDay };
}

function addAdmissions(county: County, organisationId: string, activity: "training" | "evaluation" = "training"): void {
  for (const course of COURSES) {
    county.sink.add("admission", {
      id: rowId(county),
      organisation_id: organisationId,
      activity,
      occupation: course.occupation,
      occupation_name: course.name,
      level: course.level,
      state: "admitted",
      statement: "场地、师资、设备符合要求（示例）",
      evidence_file_ids: [],
      annual_capacity: 600,
      valid_from: "2019-06-01",
      valid_to: `${Number(county.today.slice(0, 4)) + 2}-12-31` as CivilDate,
      submitted_by: null,
      submitted_at: at(county.firstDay, "09:30:00"),
      decided_by: county.reviewers[1],
      decided_at: at(county.firstDay, "16:30:00"),
      decision_reason: "符合准入条件",
      created_at: at(county.firstDay, "09:00:00"),
    });
  }
}
