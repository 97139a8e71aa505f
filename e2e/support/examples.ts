import type { Office } from "./office.ts";

interface Row {
  id: string;
  state?: string;
}
interface Session extends Row {
  startsAt: string;
  endsAt: string;
}
type Find = (office: Office) => Promise<string[]>;

const CLASS_PARTS = "plan timetable roster attendance courses exams certificates subsidy changes talk".split(" ");
const ANY_ID = "00000000-0000-4000-8000-000000000000";

/** One row of each state that the role can list. */
async function list(office: Office, path: string): Promise<string[]> {
  const { rows } = await office.read<{ rows: Row[] }>(`${path}${path.includes("?") ? "&" : "?"}limit=200`);
  return [...new Map(rows.map(({ state, id }) => [state, id])).values()];
}

const CLAIM_STATES = "prepared submitted publicised refused paid".split(" ");
const claims: Find = async (office) =>
  (await Promise.all(CLAIM_STATES.map((state) => list(office, `/api/v1/claims?state=${state}`)))).flat();
const classes: Find = (office) => list(office, "/api/v1/classes");
const paidClaim: Find = (office) => list(office, "/api/v1/claims?state=paid");
const closedClass: Find = (office) => list(office, "/api/v1/classes?state=closed");
const exams: Find = (office) => list(office, "/api/v1/exams");
const payment: Find = (office) => list(office, "/api/v1/payments?state=paid");
const pilots: Find = (office) => list(office, "/api/v1/pilots");
const batches: Find = (office) => list(office, "/api/v1/payment-batches");

const ownClasses: Find = async (office) => {
  const home = await office.read<{ classes: { classId: string; state: string }[] }>("/api/v1/me/home");
  return home.classes.map(({ classId }) => classId);
};

/** One lesson of each kind. */
const lessons: Find = async (office) => {
  const [id] = await ownClasses(office);
  const { courses } = await office.read<{ courses: { lessons: { id: string; kind: string }[] }[] }>(
    `/api/v1/classes/${id}/lessons`,
  );
  const kinds = new Map(courses.flatMap((course) => course.lessons).map((lesson) => [lesson.kind, lesson.id]));
  return [...kinds.values()].map((lesson) => `${id}/${lesson}`);
};

/** A session that takes sign-ins now: the demo county has one at any hour. */
const session: Find = async (office) => {
  const { rows } = await office.read<{ rows: Row[] }>("/api/v1/classes?state=running&limit=200");
  const now = Date.now();
  for (const { id } of rows) {
    const { sessions } = await office.read<{ sessions: Session[] }>(`/api/v1/classes/${id}/sessions`);
    const on = sessions.find((one) => Date.parse(one.startsAt) <= now && now < Date.parse(one.endsAt));
    if (on !== undefined) return [`${id}/${on.id}`];
  }
  return [];
};

/** A session of a class that has ended. */
const endedSession: Find = async (office) => {
  const [id] = await list(office, "/api/v1/classes?state=completed");
  if (id === undefined) return [];
  const { sessions } = await office.read<{ sessions: Session[] }>(`/api/v1/classes/${id}/sessions`);
  return sessions.slice(0, 1).map((one) => `${id}/${one.id}`);
};

const learner: Find = async (office) => {
  const [id] = await closedClass(office);
  const { rows } = await office.read<{ rows: { personId: string }[] }>(`/api/v1/classes/${id}/roster`);
  return rows.slice(0, 1).map(({ personId }) => personId);
};

/** Claims that are counted by days. */
const allowance: Find = async (office) => (await list(office, "/api/v1/claims?benefit=living-allowance")).slice(0, 1);
const ownAllowance: Find = async (office) => {
  const { rows } = await office.read<{ rows: (Row & { benefit: string })[] }>("/api/v1/me/claims?limit=100");
  return rows.filter(({ benefit }) => benefit === "living-allowance").map(({ id }) => id);
};

/** The payment of a paid claim, as its trace names it. */
const tracedPayment: Find = async (office) => {
  const [id] = await paidClaim(office);
  const { payments } = await office.read<{ payments: { payment: Row }[] }>(`/api/v1/trace/claims/${id}`);
  return payments.slice(0, 1).map(({ payment: { id: paid } }) => paid);
};

const drawn =
  (path: string, what: object): Find =>
  async (office) => [(await office.send<Row>(path, what)).id];

/** A list of an office with a row that can't be read. */
const sentList: Find = async (office) => {
  const path = `/api/v1/fact-imports?subject=fact:pension&source=${encodeURIComponent("社保系统导出")}`;
  const csv = "姓名,身份证号,是否按月领取养老金,起始日期\n陈示例,320682196001010000,否,2026-01-01\n";
  return [(await office.upload<Row>(path, "养老金名单.csv", csv)).id];
};

/** A redecision under the programme's newest version. */
const redecision: Find = async (office) => {
  const made = await list(office, "/api/v1/redecisions");
  if (made.length > 0) return made;
  const { programmes } = await office.read<{ programmes: { id: string; versions: { version: string }[] }[] }>(
    "/api/v1/policy",
  );
  const [programme] = programmes;
  const cause = { kind: "version", version: programme?.versions[0]?.version };
  const asked = { policyId: programme?.id, cause, from: "2026-01-01", because: "依据文件更正" };
  return [(await office.send<Row>("/api/v1/redecisions", asked)).id];
};

/** Returns that the organisation or office has begun. */
const ownReturns: Find = async (office) => {
  const { duties } = await office.read<{ duties: { returnId: string | null }[] }>("/api/v1/me/return-duties");
  return duties.flatMap(({ returnId }) => returnId ?? []).slice(0, 2);
};

/** Declarations of the last year that somebody sent. */
const returnsOfYear: Find = async (office) => {
  const { forms } = await office.read<{ forms: { code: string; periods: { period: string }[] }[] }>(
    "/api/v1/period-forms",
  );
  const form = forms.find(({ code }) => code === "education-fund");
  const { rows } = await office.read<{ rows: { returnId: string | null }[] }>(
    `/api/v1/period-forms/education-fund/periods/${form?.periods[0]?.period}/reporters?limit=200`,
  );
  return rows.flatMap(({ returnId }) => returnId ?? []).slice(0, 1);
};

/** Departments share the bureau's pages, but not its work on claims. */
const reviewer =
  (find: Find): Find =>
  async (office) =>
    office.role === "reviewer" ? find(office) : [];

const policyDraft = drawn("/api/v1/policy-drafts", { programme: "example-2025", title: "明年的调整" });

/** Parameters for every pattern, from lists that the role can read. `a/b` fills two parameters, "" omits an optional one. */
export const examples: Record<string, Find> = {
  "/classes/:id": (office) => list(office, "/api/v1/open-classes"),
  "/institutions/:id": async (office) =>
    (await list(office, "/api/v1/organisations?kind=training-institution")).slice(0, 1),
  "/sign-in/:sessionId": async () => [ANY_ID],
  "/my/sign-in/:sessionId?": async () => ["", ANY_ID],
  "/my/classes/:id": ownClasses,
  "/my/classes/:id/lessons/:lessonId": lessons,
  "/my/claims/:id": (office) => list(office, "/api/v1/me/claims"),
  "/my/claims/:id/days": ownAllowance,
  "/my/certificates/:id": (office) => list(office, "/api/v1/me/certificates"),
  "/institution/sessions/:classId/:id/screen": session,
  "/institution/sessions/:classId/:id/roll-call": session,
  "/institution/sessions/:classId/:id/make-up": endedSession,
  "/institution/classes/:id/claim": closedClass,
  "/institution/classes/:id/:tab?": async (office) => {
    const [closed] = await closedClass(office);
    return [...(await classes(office)), ...CLASS_PARTS.map((part) => `${closed}/${part}`)];
  },
  "/institution/classes/:id/print/:sheet": async (office) => {
    const [closed] = await closedClass(office);
    return ["roster", "sign-in", "subsidy"].map((sheet) => `${closed}/${sheet}`);
  },
  "/institution/courses/:id": (office) => list(office, "/api/v1/courses"),
  "/institution/exams/:id": exams,
  "/institution/claims/:id": claims,
  "/institution/pilots/:id": pilots,
  "/evaluation/pilots/:id": pilots,
  "/bureau/pilots/:id": pilots,
  "/enterprise/claims/:id": claims,
  "/enterprise/classes/:id": classes,
  "/enterprise/returns/:id": ownReturns,
  "/institution/returns/:id": async () => [],
  "/bureau/returns/:id": reviewer(returnsOfYear),
  "/bureau/workloads/:id/:year": async (office) => {
    const { rows } = await office.read<{ rows: { id: string; year: number }[] }>("/api/v1/workloads");
    return rows.slice(0, 1).map(({ id, year }) => `${id}/${year}`);
  },
  "/bureau/own-returns/:id": async (office) => (office.role === "department" ? ownReturns(office) : []),
  "/evaluation/exams/:id": exams,
  "/evaluation/batches/:id": (office) => list(office, "/api/v1/evaluation-batches"),
  "/bureau/evaluation-batches/:id": (office) => list(office, "/api/v1/evaluation-batches"),
  "/my/duties/:id/:subject": async () => [],
  "/bureau/redecisions/:id": reviewer(redecision),
  "/bureau/review-batches/:id": reviewer(drawn("/api/v1/review-batches", { round: 1 })),
  "/bureau/claims/:id": claims,
  "/bureau/claims/:id/sheet": paidClaim,
  "/bureau/claims/:id/days": allowance,
  "/bureau/claims/:id/trace": paidClaim,
  "/bureau/payments/:id": reviewer(tracedPayment),
  "/bureau/classes/:id": classes,
  "/bureau/sessions/:classId/:id/make-up": reviewer(endedSession),
  "/bureau/classes/:id/trace": reviewer(closedClass),
  "/bureau/law/:id": reviewer(policyDraft),
  "/bureau/law/:id/steps": reviewer(policyDraft),
  "/bureau/law/:id/sheet": reviewer(policyDraft),
  "/bureau/organisations/:id": (office) => list(office, "/api/v1/organisations"),
  "/bureau/imports/:id": reviewer(sentList),
  "/bureau/people/:id": learner,
  "/bureau/windows/:id": reviewer((office) => list(office, "/api/v1/window-sessions")),
  "/my/helping/:id": async (office) => {
    const { helping } = await office.read<{ helping: Row[] }>("/api/v1/me/helpers");
    return helping.map(({ id }) => id);
  },
  "/bureau/catalogue/:list?": async () => ["", "shortage", "institutions", "projects", "evaluators"],
  "/finance/batches/:id": batches,
  "/finance/payments/:id": payment,
  "/finance/claims/:id": paidClaim,
  "/finance/classes/:id": closedClass,
  "/audit/payments/:id": payment,
  "/audit/batches/:id": batches,
  "/audit/claims/:id": paidClaim,
  "/audit/classes/:id": closedClass,
  "/audit/samples/:id": drawn("/api/v1/audit-samples", { frame: "payments", size: 5 }),
};

/** The pattern with its parameters filled in by `a/b`. */
export function fill(pattern: string, example: string): string {
  const values = example.split("/").filter((value) => value !== "");
  return pattern.replaceAll(/\/:\w+\??/gu, () => (values.length > 0 ? `/${values.shift()}` : ""));
}
