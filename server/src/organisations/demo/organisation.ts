import { makeBankCard, makeUscc, type CivilDate } from "@jinengtong/standards";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { addDemoPayee, addDemoPerson } from "../../people/index.ts";
import { ENTERPRISE_NAMES, EVALUATOR_NAMES, INSTITUTION_NAMES, SCHOOL_NAMES } from "./names.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Institutions and schools; the first one is the demo institution's. */
    organisations: DemoOrganisation[];
    enterprises: DemoParty[];
    evaluators: DemoParty[];
    /** Offices that lead something, by name. */
    departments: Map<string, DemoParty>;
  }
}

/** An organisation of the story. */
export interface DemoParty {
  id: string;
  uscc: string;
  name: string;
  town: string;
  address: string;
}

export interface DemoOrganisation extends DemoParty {
  kind: "training-institution" | "vocational-school";
  /** Its account. */
  accountId: string;
  lanes: DemoLane[];
}

/** A teacher with a room: their classes follow one another, so nobody is in two places. */
export interface DemoLane {
  teacherId: string;
  teacherPersonId: string;
  roomId: string;
  latitude: number;
  longitude: number;
  freeFrom: CivilDate;
}

interface OrganisationWish {
  name: string;
  kind: "training-institution" | "vocational-school" | "enterprise" | "evaluation-body" | "department" | "bureau";
  ownership?: "public" | "private";
  state?: "active" | "suspended" | "exited";
}

/** Adds an organisation with a bank account of its own. */
export function addDemoOrganisation(county: DemoCounty, wish: OrganisationWish): DemoParty {
  const n = county.sink.next("organisation");
  const id = idOf("organisation", n);
  const uscc = makeUscc(wish.kind === "enterprise" ? "91" : "52", county.region, `MA${String(n).padStart(7, "0")}`);
  const town = county.random.pick(county.towns);
  const address = `示例路 ${county.random.int(1, 300)} 号`;
  county.sink.add("organisation", {
    id,
    uscc,
    name: wish.name,
    kind: wish.kind,
    ownership: wish.ownership ?? "private",
    region: county.region,
    town,
    address,
    contact_name: null,
    contact_phone_sealed: null,
    contact_phone_masked: null,
    state: wish.state ?? "active",
    demo: true,
    created_at: at(county.firstDay, "09:00:00"),
  });
  addDemoPayee(county, {
    id: demoPayeeOfOrganisation(id),
    owner: { organisationId: id },
    holder: wish.name,
    number: makeBankCard(`62109${String(2_000_000_000 + n)}00`.slice(0, 18)),
  });
  return { id, uscc, name: wish.name, town, address };
}

/** Payee account of an organisation. */
export const demoPayeeOfOrganisation = (organisationId: string): string =>
  idOf("row", 800_000_000_000 + Number.parseInt(organisationId.slice(-12), 16));

const LANES = 5;

/** Adds training institutions and schools with teachers and rooms; enterprises; evaluators. */
export function addOrganisations(county: DemoCounty): void {
  for (const name of EVALUATOR_NAMES)
    county.evaluators.push(
      addDemoOrganisation(county, { name: `示例县${name}`, kind: "evaluation-body", ownership: "public" }),
    );
  const enterprises = Math.max(ENTERPRISE_NAMES.length, county.institutions);
  for (let n = 0; n < enterprises; n += 1) {
    const base = ENTERPRISE_NAMES[n % ENTERPRISE_NAMES.length] as string;
    county.enterprises.push(
      addDemoOrganisation(county, {
        name: `示例${base}有限公司${ordinal(n, ENTERPRISE_NAMES.length)}`,
        kind: "enterprise",
      }),
    );
  }
  county.employers.push(...county.enterprises);
  for (let n = 0; n < county.institutions; n += 1) {
    const school = n < SCHOOL_NAMES.length ? SCHOOL_NAMES[n] : undefined;
    const base = INSTITUTION_NAMES[n % INSTITUTION_NAMES.length] as string;
    // The first one belongs to the institution's demo account: a private school like most.
    const wish: OrganisationWish & { kind: DemoOrganisation["kind"] } =
      school !== undefined && n > 0
        ? { name: `示例县${school}`, kind: "vocational-school", ownership: "public" }
        : { name: `示例${base}职业培训学校${ordinal(n, INSTITUTION_NAMES.length)}`, kind: "training-institution" };
    const organisation: DemoOrganisation = {
      ...addDemoOrganisation(county, wish),
      kind: wish.kind,
      accountId: idOf("account", 1_000 + n),
      lanes: [],
    };
    for (let lane = 0; lane < LANES; lane += 1) organisation.lanes.push(addDemoLane(county, organisation, lane));
    county.organisations.push(organisation);
  }
}

const ordinal = (n: number, names: number): string => (n < names ? "" : `（${Math.floor(n / names) + 1}）`);

export function addDemoLane(county: DemoCounty, organisation: { id: string }, lane: number): DemoLane {
  const person = addDemoPerson(county, { profile: "teacher", by: county.firstDay });
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
    occupations: [...new Set(county.courses.map((course) => course.occupation))],
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
