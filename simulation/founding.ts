/** The first days of a county: accounts, the published lists, schools with teachers and rooms, and their admission. All by operations. */
import { county } from "@jinengtong/county";
import { addDays, civilDate, makeCitizenId } from "@jinengtong/standards";
import { countyOf, type County, type Enterprise, type School, type Wish } from "./county.ts";
import { creditCode, settleResidents } from "./residents.ts";
import { Staff } from "./staff.ts";
import { type Place, World } from "./world.ts";

/** Occupations that are taught here, with fen per head and class hours. */
export const TRADES = [
  { occupation: "6-31-01-03", name: "电工", trainingFen: 120_000, assessmentFen: 30_000, hours: 32 },
  { occupation: "4-10-01-05", name: "养老护理员", trainingFen: 100_000, assessmentFen: 25_000, hours: 24 },
  { occupation: "6-18-02-04", name: "焊工", trainingFen: 150_000, assessmentFen: 30_000, hours: 24 },
] as const;
export const LEVEL = 5;
const PEOPLE_A_SCHOOL = 150;
const PEOPLE_AN_ENTERPRISE = 75;

/** Founds the county and returns it on the morning of its first day. */
export async function found(place: Place, wish: Wish): Promise<County> {
  const eve = addDays(wish.start, -1);
  const { world, password } = await World.found(place, new Date(`${eve}T08:30:00+08:00`));
  const admin = await Staff.begin(world, { username: "admin", password });
  const region = county().region.code;
  const open = async (
    username: string,
    role: "reviewer" | "finance" | "auditor" | "institution" | "enterprise" | "evaluator",
    organisationId?: string,
  ) => {
    const { body } = await (
      await admin.desk()
    ).do("POST /api/v1/accounts", {
      body: { username, name: username, role, region, ...(organisationId === undefined ? {} : { organisationId }) },
    });
    return Staff.begin(world, {
      username,
      password: body.initialPassword,
      ...(organisationId === undefined ? {} : { organisationId }),
    });
  };
  const reviewers: Staff[] = [];
  for (const n of [1, 2, 3, 4]) reviewers.push(await open(`reviewer${n}`, "reviewer"));
  const finance: Staff[] = [];
  for (const n of [1, 2, 3]) finance.push(await open(`finance${n}`, "finance"));
  const auditor = await open("auditor1", "auditor");
  const settle = async (
    n: number,
    given: {
      name: string;
      kind: "training-institution" | "vocational-school" | "enterprise" | "evaluation-body";
      account: string;
    },
    role: "institution" | "enterprise" | "evaluator",
  ) => {
    const { account, ...told } = given;
    const { body } = await (
      await admin.desk()
    ).do("POST /api/v1/organisations", {
      body: { uscc: creditCode(n), ...told, town: townOf(n), address: `${given.name}地址` },
    });
    return { staff: await open(account, role, body.id), name: given.name, organisationId: body.id };
  };
  const schools: School[] = [];
  for (let n = 1; n <= Math.max(2, Math.round(wish.people / PEOPLE_A_SCHOOL)); n += 1) {
    // The second is a vocational school: order classes are held there.
    const kind = n === 2 ? ("vocational-school" as const) : ("training-institution" as const);
    const given = { name: `第${n}职业培训学校`, kind, account: `school${n}` };
    schools.push({ ...(await settle(n, given, "institution")), teacherIds: [], roomIds: [] });
  }
  const enterprises: Enterprise[] = [];
  for (let n = 1; n <= Math.max(1, Math.round(wish.people / PEOPLE_AN_ENTERPRISE)); n += 1) {
    const given = { name: `第${n}制造有限公司`, kind: "enterprise" as const, account: `enterprise${n}` };
    const firm = await settle(500 + n, given, "enterprise");
    enterprises.push(firm);
    await (
      await firm.staff.desk()
    ).do("PUT /api/v1/organisations/:id/payee-account", {
      params: { id: firm.organisationId },
      body: { bankName: "农村商业银行", number: `3206820101${String(n).padStart(8, "0")}` },
    });
  }
  const evaluator = await settle(
    900,
    { name: "职业技能评价中心", kind: "evaluation-body", account: "evaluator1" },
    "evaluator",
  );
  const made = countyOf({
    wish,
    world,
    residents: settleResidents(wish.seed, wish.people),
    admin,
    reviewers,
    finance,
    auditor,
    schools,
    enterprises,
    evaluator,
    orders: [],
    screens: [],
    homework: [],
    evaluations: [],
    mistaken: [],
    registered: new Set(),
    inPlace: new Map(),
    bank: [],
    counter: [],
  });
  await publishLists(made);
  for (const [index, school] of schools.entries()) {
    await furnish(school, index);
    await admit(made, school.staff, "training");
  }
  await admit(made, evaluator.staff, "evaluation");
  return made;
}

const townOf = (n: number): string => county().towns[n % county().towns.length]?.code ?? "";

async function publishLists({ reviewers: [first], wish }: County): Promise<void> {
  const desk = await first?.desk();
  for (const trade of TRADES)
    await desk?.do("PUT /api/v1/catalogue/:list/draft/rows", {
      params: { list: "occupations" },
      body: {
        occupation: trade.occupation,
        occupationName: trade.name,
        level: LEVEL,
        edition: 2022,
        trainingFen: trade.trainingFen,
        assessmentFen: trade.assessmentFen,
        requiredHours: trade.hours,
      },
    });
  await desk?.do("POST /api/v1/catalogue/:list/versions", {
    params: { list: "occupations" },
    body: { effectiveFrom: `${wish.start.slice(0, 4)}-01-01`, note: "第一版" },
  });
}

/** Four teachers and four rooms. */
async function furnish(school: County["schools"][number], index: number): Promise<void> {
  const desk = await school.staff.desk();
  for (const n of [1, 2, 3, 4]) {
    const citizenId = makeCitizenId(county().region.code, civilDate(`196${n}-03-0${(index % 9) + 1}`), 500 + index);
    const teacher = await desk.do("POST /api/v1/organisations/:id/teachers", {
      params: { id: school.organisationId },
      body: {
        name: `教师${"甲乙丙丁"[n - 1]}`,
        citizenId,
        employment: "full-time",
        occupations: TRADES.map(({ occupation }) => occupation),
      },
    });
    school.teacherIds.push(teacher.body.id);
    const room = await desk.do("POST /api/v1/organisations/:id/rooms", {
      params: { id: school.organisationId },
      body: { name: `${n} 号实训室`, address: `${school.name}${n} 楼`, capacity: 50 },
    });
    school.roomIds.push(room.body.id);
  }
}

async function admit(given: County, applicant: Staff, activity: "training" | "evaluation"): Promise<void> {
  for (const { occupation } of TRADES) {
    const desk = await applicant.desk();
    const { body } = await desk.do("POST /api/v1/admissions", {
      body: { activity, occupation, level: LEVEL, statement: "有专职教师四名，实训室四间，设备齐全。" },
    });
    const params = { id: body.id };
    await desk.do("POST /api/v1/admissions/:id/submission", { params });
    const officer = await given.reviewers[0]?.desk();
    await officer?.do("POST /api/v1/admissions/:id/inspection", { params, body: { note: "实地考察，条件具备。" } });
    await officer?.do("POST /api/v1/admissions/:id/decision", { params, body: { verdict: "admit" } });
  }
}
