import { randomUUID } from "node:crypto";
import { civilDate, makeCitizenId, makeUscc } from "@jinengtong/standards";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateCounty } from "./demo/index.ts";
import { addEvaluations } from "./assessment/demo/evaluations.ts";
import { demoAccount } from "./access/index.ts";
import type { Role } from "./kernel/actor.ts";
import { sql } from "./kernel/database.ts";
import type { AnyOperation } from "./kernel/operation.ts";
import { operations } from "./modules.ts";
import { aMaster, aPerson, COUNTY, createTestApp, postingDesk, type TestApp, type TestClient } from "./test/index.ts";
import { upload } from "./test/upload.ts";
import { describedOperation } from "./test/described.ts";
import { valueOf } from "./test/schema-samples.ts";

/**
 * Every operation on a thing named in its path refuses whoever has the role and nothing to do with the thing: an officer of another
 * county, a clerk of another organisation, another learner.
 */
let app: TestApp;
const strangers = new Map<Role, TestClient>();
const ids = new Map<string, string[]>();
/** Everything of the county that has an id. */
const known = new Set<string>();

/** Where the things of a path are kept, by its first words. */
const TABLES: [path: string, table: string][] = [
  ["accounts", "account"],
  ["admissions", "admission"],
  ["anomalies", "anomaly"],
  ["audit-samples", "audit_sample"],
  ["certificate-declarations", "certificate_declaration"],
  ["certificates", "certificate"],
  ["claims", "claim"],
  ["class-changes", "class_change"],
  ["class-feedback", "class_feedback"],
  ["class-wishes", "class_wish"],
  ["classes", "training_class"],
  ["clawbacks", "clawback"],
  ["courses", "course"],
  ["enrolments", "enrolment"],
  ["evaluation-batches", "evaluation_batch"],
  ["evaluation-candidates", "evaluation_candidate"],
  ["evaluation-duties", "evaluation_assignment"],
  ["evaluation-filings", "evaluation_filing"],
  ["evaluation-objections", "evaluation_objection"],
  ["evaluation-paper-draws", "evaluation_paper_draw"],
  ["evaluation-rules", "evaluation_rule"],
  ["evaluation-sites", "evaluation_site"],
  ["evaluation-staff", "evaluation_staff"],
  ["exams", "exam"],
  ["fact-corrections", "fact_correction"],
  ["fact-imports", "fact_import"],
  ["fund/sources", "fund_source"],
  ["helpers", "person_helper"],
  ["lessons", "lesson"],
  ["master-appointments", "master_appointment"],
  ["master-schemes", "master_scheme"],
  ["me/classes", "training_class"],
  ["objections", "objection"],
  ["organisations", "organisation"],
  ["payment-batches", "payment_batch"],
  ["payments", "payment"],
  ["people", "person"],
  ["period-returns", "period_return"],
  ["person-joins", "person_join"],
  ["person-groups", "person_group"],
  ["review-batches", "review_batch"],
  ["pilot-candidates", "pilot_candidate"],
  ["pilots", "pilot"],
  ["postings", "posting"],
  ["posts", "post"],
  ["review-classes", "review_class"],
  ["rooms", "room"],
  ["roster-imports", "long_task"],
  ["sessions", "class_session"],
  ["subsidy-lists", "subsidy_list"],
  ["targets", "target"],
  ["teachers", "teacher"],
  ["trace/claims", "claim"],
  ["trace/classes", "training_class"],
  ["trace/enrolments", "enrolment"],
  ["trace/payments", "payment"],
  ["work-licences", "work_licence"],
  ["window-sessions", "window_session"],
];

const COUNTY_ELSEWHERE = "320681";
const ROLES = ["reviewer", "department", "finance", "auditor", "security", "admin"] as const;

beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  await generateCounty(app.services, app.ownerUrl, { people: 300 });
  await fill();
  for (const [, table] of TABLES) {
    const { rows } = await sql<{ id: string }>`select id::text from ${sql.table(table)} order by id limit 2`.execute(
      app.services.database,
    );
    ids.set(
      table,
      rows.map(({ id }) => id),
    );
  }
  for (const table of new Set(TABLES.map(([, each]) => each))) {
    const { rows } = await sql<{ id: string }>`select id::text from ${sql.table(table)}`.execute(app.services.database);
    for (const { id } of rows) known.add(id);
  }
  for (const role of ROLES) strangers.set(role, await app.as(role, { region: COUNTY_ELSEWHERE }));
  for (const [n, role] of (["institution", "enterprise", "evaluator"] as const).entries())
    strangers.set(role, await app.as(role, { organisationId: await register(n) }));
  strangers.set("learner", await app.as("learner", { personId: (await aPerson(app)).id }));
}, 120_000);
afterAll(() => app.close());

/** Acts that leave a thing of each kind that the demo county has none of. */
async function fill(): Promise<void> {
  await addEvaluations(app.services);
  const [reviewer, auditor, clerk] = await Promise.all(
    ["reviewer1", "auditor", "institution"].map((name) => app.signIn(name, demoAccount(name).password)),
  );
  const [one, other] = [await aPerson(app, { name: "同一人" }), await aPerson(app, { name: "同一人" })];
  const helped = await app.as("learner", { personId: other.id });
  const named = await aPerson(app, { name: "周女儿" });
  await app.as("learner", { personId: named.id });
  const { rows: finished } = await sql<{ seat: string; account: string }>`
    select e.id as seat, a.id as account from enrolment e join account a on a.person_id = e.person_id and a.role = 'learner'
    join training_class c on c.id = e.class_id and c.state in ('completed', 'closed') where e.state = 'completed' limit 1`.execute(
    app.services.database,
  );
  const [said] = finished;
  const left = await Promise.all([
    helped.post("/api/v1/me/helpers", { name: "周女儿", citizenId: named.citizenId, relation: "child" }),
    (await app.signedIn(said?.account ?? "")).post(`/api/v1/enrolments/${said?.seat}/feedback`, {
      teaching: 5,
      practice: 4,
      service: 5,
      useful: 4,
      text: "老师讲得细",
    }),
    reviewer?.post("/api/v1/window-sessions", {
      name: "同一人",
      citizenId: one.citizenId,
      town: "320682001",
      purposes: ["record"],
    }),
    auditor?.post("/api/v1/anomalies/scans", {}),
    auditor?.post("/api/v1/audit-samples", { frame: "claims", size: 2 }),
    reviewer?.post("/api/v1/review-batches", { round: 1 }),
    (await app.as("learner", { personId: one.id })).post("/api/v1/me/class-wishes", {
      occupation: "6-31-01-03",
      level: 5,
      agreed: true,
    }),
    reviewer?.post(`/api/v1/people/${one.id}/joins`, { keptId: other.id, reason: "核对身份证原件" }),
    reviewer &&
      upload(reviewer, "/api/v1/fact-imports?subject=fact:pension&source=名册", {
        name: "名册.csv",
        content: "姓名,身份证号\n",
      }),
    (await app.signIn("enterprise", demoAccount("enterprise").password)).post("/api/v1/period-returns", {
      form: "education-fund",
      period: "2025",
    }),
    clerk &&
      upload(clerk, "/api/v1/roster-imports", {
        name: "花名册.csv",
        content: "姓名,身份证号\n王小明,320682199001011234\n",
      }),
  ]);
  expect(left.map((each) => each?.body.detail)).toEqual(left.map(() => undefined));
  await post();
  await pilot();
  await master();
}

/** A scheme of the demo enterprise and somebody whom it publicises. */
async function master(): Promise<void> {
  const { organisation_id: organisationId } = await app.services.database
    .selectFrom("account")
    .select(["id", "organisation_id"])
    .where("username", "=", "enterprise")
    .executeTakeFirstOrThrow();
  await aMaster(app, await postingDesk(app, organisationId ?? ""));
}

/** A pilot of the demo school with a candidate. */
async function pilot(): Promise<void> {
  const of = async (username: string) =>
    app.services.database
      .selectFrom("account")
      .select(["id", "organisation_id"])
      .where("username", "=", username)
      .executeTakeFirstOrThrow();
  const [school, evaluator] = [await of("institution"), await of("evaluator")];
  const clerk = await app.signedIn(school.id);
  const made = await clerk.post<{ id: string }>("/api/v1/pilots", {
    evaluatorId: evaluator.organisation_id,
    certificate: "示例运维",
    level: "junior",
    majors: ["机电"],
    places: 10,
    feeFen: 0,
    year: 2026,
  });
  const office = await app.as("department");
  await office.post(`/api/v1/pilots/${made.body.id}/decision`, { verdict: "approved", reason: "示例依据" });
  const sheet = { name: "考生.csv", content: "姓名,身份证号\n王小明,320682199001011234\n" };
  await upload(clerk, `/api/v1/pilots/${made.body.id}/candidate-imports`, {
    ...sheet,
    content: sheet.content.replace("320682199001011234", makeCitizenId(COUNTY, civilDate("2008-01-01"), 77)),
  });
}

/** Somebody on a post whose licence comes due, and a class proposed for them. */
async function post(): Promise<void> {
  const demo = await app.services.database
    .selectFrom("account")
    .select("organisation_id as id")
    .where("username", "=", "enterprise")
    .executeTakeFirstOrThrow();
  const firm = await postingDesk(app, demo.id ?? "");
  const { personId } = await firm.hire();
  await firm.licence({ personId, issuedOn: "2023-04-01", validTo: "2029-03-31" });
  await firm.must(firm.stand(await firm.post("electric-low"), [personId], "2026-03-02"));
  await firm.must(firm.clerk.post("/api/v1/review-classes", { item: "electric-low", wantedOn: "2026-04-01" }));
}

/** An organisation that the demo county doesn't have. */
async function register(n: number): Promise<string> {
  const admin = await app.as("admin");
  const { body } = await admin.post<{ id: string }>("/api/v1/organisations", {
    uscc: makeUscc("91", COUNTY, `MA990000${n}`),
    name: `外来单位${n}`,
    kind: "enterprise",
    town: "320682001",
  });
  return body.id;
}

const tableOf = (op: AnyOperation): string | undefined =>
  TABLES.find(([path]) => op.path.startsWith(`/api/v1/${path}/:`))?.[1];

/** Anybody may ask for a seat in a class that is open to all; the roll itself refuses whoever isn't on it. */
const FOR_ALL = new Set(["POST /api/v1/classes/:id/enrolments", "POST /api/v1/sessions/:id/sign-ins"]);
const tried = [...operations.values()].filter(
  (op) => !("public" in op.permission) && tableOf(op) !== undefined && !FOR_ALL.has(`${op.method} ${op.path}`),
);

/** A body that the operation takes, if the samples hit one. */
function bodies(op: AnyOperation): unknown[] {
  const schema = describedOperation(op).requestBody?.content["application/json"]?.schema;
  return schema ? fc.sample(valueOf(schema, fc.constant(randomUUID()), 0), { numRuns: 6, seed: 7 }) : [undefined];
}

async function answers(op: AnyOperation, who: TestClient, id: string): Promise<string[]> {
  const url = op.path.replace(":id", id).replaceAll(/:(\w+)/gu, () => randomUUID());
  if (op.upload)
    return [
      await answer(who, op, url, {
        headers: { "content-type": "multipart/form-data; boundary=X" },
        payload: '--X\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na\r\n--X--\r\n',
      }),
    ];
  const said: string[] = [];
  for (const body of op.method === "GET" ? [undefined] : bodies(op))
    said.push(await answer(who, op, url, body === undefined ? {} : { payload: body as object }));
  return said;
}

async function answer(who: TestClient, op: AnyOperation, url: string, sent: object): Promise<string> {
  const response = await who.inject({ method: op.method, url, ...sent });
  const code = response.statusCode >= 400 ? ` ${response.json().code as string}` : "";
  return `${response.statusCode}${code}`;
}

/**
 * Everybody may know which office keeps which register and by which rules evaluation is held; every evaluator of the county calls on the
 * examiners of its register.
 */
const SHARED = new Set(["/api/v1/register-keepers", "/api/v1/evaluation-rules", "/api/v1/evaluation-staff"]);
const lists = [...operations.values()].filter(
  (op) => op.method === "GET" && !("public" in op.permission) && !op.path.includes(":") && !SHARED.has(op.path),
);

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu;

describe("a stranger finds nothing of the county", () => {
  it.each(lists.map((op) => [op.path, op] as const))("in %s", async (_path, op) => {
    for (const role of "public" in op.permission ? [] : op.permission.roles) {
      const response = await strangers.get(role)?.inject({ method: "GET", url: op.path });
      const named = response?.body.match(UUID) ?? [];
      expect([role, ...named.filter((id) => known.has(id))]).toEqual([role]);
    }
  });
});

/** Query parameters that take an id, of the operations that read a list. */
const narrowed = lists.flatMap((op) => {
  const fields = (describedOperation(op).parameters ?? []).filter(({ schema }) => schema.format === "uuid");
  return fields.map(({ name }) => [`${op.path}?${name}=`, op] as const);
});

describe("a stranger finds nothing of the county by asking for a thing of it", () => {
  it.each(narrowed)("in %s", async (address, op) => {
    for (const role of "public" in op.permission ? [] : op.permission.roles)
      for (const id of [...ids.values()].flatMap((each) => each.slice(0, 1))) {
        const response = await strangers.get(role)?.inject({ method: "GET", url: `${address}${id}` });
        const named = response?.body.match(UUID) ?? [];
        expect([role, id, ...named.filter((each) => known.has(each))]).toEqual([role, id]);
      }
  });
});

const REFUSED = /^(?:403|404|422 invalid-input)/u;

it("there is a thing of each kind", () => {
  expect([...ids].filter(([, of]) => of.length === 0).map(([table]) => table)).toEqual([]);
});

describe("a stranger with the right role is refused", () => {
  it.each(tried.map((op) => [`${op.method} ${op.path}`, op] as const))("%s", async (_name, op) => {
    const roles = "public" in op.permission ? [] : op.permission.roles;
    for (const role of roles)
      for (const id of ids.get(tableOf(op) ?? "") ?? []) {
        const who = strangers.get(role);
        const said = who ? await answers(op, who, id) : [];
        expect([role, ...said.filter((each) => !REFUSED.test(each))]).toEqual([role]);
      }
  });
});
