import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, describe, it } from "vitest";
import {
  aClaim,
  aClass,
  anEnrolment,
  anOrganisation,
  aPaidClaim,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "./test/index.ts";

/**
 * Each sentence on a page that says somebody will be told, with the act it stands beside: the act is done here by those who do it, and
 * whoever the sentence names finds a message.
 */
let app: TestApp;
let school: string;
let enterprise: string;
let institution: TestClient;
let employer: TestClient;
let reviewer: TestClient;
let second: TestClient;
let finance: TestClient;

beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T02:00:00Z" });
  school = await anOrganisation(app);
  enterprise = await anOrganisation(app, { kind: "enterprise" });
  institution = await app.as("institution", { organisationId: school });
  employer = await app.as("enterprise", { organisationId: enterprise });
  reviewer = await app.as("reviewer");
  second = await app.as("reviewer");
  finance = await app.as("finance");
  await since("2020-01-01");
});
afterAll(() => app.close());

/** The accounts so far were opened on that day. */
async function since(day: string, accountId?: string): Promise<void> {
  let opened = app.services.database.updateTable("account").set({ created_at: new Date(`${day}T00:00:00Z`) });
  if (accountId !== undefined) opened = opened.where("id", "=", accountId);
  await opened.execute();
}

interface Message {
  id: number;
  template: string;
  text: string;
  subject: string | null;
  read: boolean;
}
const inbox = async (client: TestClient): Promise<Message[]> => {
  await app.drain();
  return (await client.get<{ rows: Message[] }>("/api/v1/me/messages?limit=200")).body.rows;
};
const ok = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
  const { status, body } = await answer;
  expect([status, body]).toEqual([200, body]);
};

async function learnerIn(classState: "approved" | "running") {
  const { id, sessionIds } = await aClass(app, { organisationId: school, state: classState, startsOn: "2020-03-02" });
  const person = await aPerson(app);
  const enrolmentId = await anEnrolment(app, id, person.id);
  return { classId: id, sessionIds, enrolmentId, learner: await app.as("learner", { personId: person.id }) };
}
const aClaimOfSchool = async (state: "submitted") => {
  return aClaim(app, { organisationId: school, state });
};

/** An act, who does it, and what somebody then finds in the inbox. */
const ACTS: Record<string, () => Promise<[TestClient, string, RegExp]>> = {
  async "class starts"() {
    const { classId, learner } = await learnerIn("approved");
    await ok(institution.post(`/api/v1/classes/${classId}/start`));
    return [learner, "class-started", /已开班/];
  },
  async "class cancelled"() {
    const { classId, learner } = await learnerIn("approved");
    await ok(institution.post(`/api/v1/classes/${classId}/cancellation`, { reason: "教师生病，本期停办" }));
    return [learner, "enrolment-ended", /教师生病/];
  },
  async "learner removed"() {
    const { enrolmentId, learner } = await learnerIn("approved");
    await ok(institution.post(`/api/v1/enrolments/${enrolmentId}/withdrawal`, { reason: "本人电话要求退班" }));
    return [learner, "enrolment-ended", /本人电话要求退班/];
  },
  async "change approved"() {
    const { classId, sessionIds, learner } = await learnerIn("running");
    const { body } = await institution.post<{ id: string }>(`/api/v1/classes/${classId}/changes`, {
      kind: "timetable",
      cancel: [sessionIds[9]],
      sessions: [],
      reason: "停电一天",
    });
    await ok(reviewer.post(`/api/v1/class-changes/${body.id}/decision`, { verdict: "approve" }));
    expect((await inbox(institution))[0]).toMatchObject({ template: "class-change-decided", subject: classId });
    return [learner, "timetable-changed", /停电一天/];
  },
  async "change refused"() {
    const { classId, sessionIds } = await learnerIn("running");
    const { body } = await institution.post<{ id: string }>(`/api/v1/classes/${classId}/changes`, {
      kind: "timetable",
      cancel: [sessionIds[9]],
      sessions: [],
      reason: "停电一天",
    });
    await ok(
      reviewer.post(`/api/v1/class-changes/${body.id}/decision`, { verdict: "refuse", reason: "课时将不足，请补排" }),
    );
    return [institution, "class-change-decided", /课时将不足/];
  },
  async "filing returned"() {
    const { id } = await aClass(app, { organisationId: school, state: "submitted" });
    await ok(reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "return", reason: "请补安全员的证书" }));
    return [institution, "class-decided", /请补安全员的证书/];
  },
  async "filing approved"() {
    const { id } = await aClass(app, { organisationId: school, state: "submitted" });
    await ok(reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "approve" }));
    return [institution, "class-decided", /已批准/];
  },
  async "claim returned"() {
    const claim = await aClaimOfSchool("submitted");
    await ok(
      reviewer.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "return", reason: "缺第三周的签到表" }),
    );
    return [institution, "claim-returned", /缺第三周的签到表/];
  },
  async "claim refused"() {
    const claim = await aClaimOfSchool("submitted");
    await ok(reviewer.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "refuse", reason: "超过一年的期限" }));
    return [institution, "claim-refused", /超过一年的期限/];
  },
  async "claim cancelled"() {
    const person = await aPerson(app);
    const claim = await aClaim(app, { personId: person.id, state: "approved" });
    await ok(reviewer.post(`/api/v1/claims/${claim.id}/cancellations`, { reason: "同一工种重复" }));
    const open = (await inbox(second)).find(({ template }) => template === "cancellations-waiting");
    expect(open?.text).toContain("1 件撤销");
    const { body } = await second.get<{ rows: { id: string; claimId: string }[] }>("/api/v1/cancellations?limit=50");
    const asked = body.rows.find((row) => JSON.stringify(row).includes(claim.id));
    await ok(second.post(`/api/v1/cancellations/${asked?.id}/decision`, { agreed: true }));
    expect(await inbox(reviewer)).toContainEqual(
      expect.objectContaining({ template: "cancellation-decided", subject: claim.id }),
    );
    return [await app.as("learner", { personId: person.id }), "claim-cancelled", /同一工种重复/];
  },
  async "money demanded back"() {
    const paid = await aPaidClaim(app, { organisationId: school, payeeKind: "organisation" });
    await ok(finance.post(`/api/v1/claims/${paid.id}/clawbacks`, { amountFen: 60_000, reason: "两人没有结业" }));
    return [institution, "clawback-demanded", /2020-04-01 前退回 600\.00 元。理由：两人没有结业/];
  },
  async "name corrected"() {
    const person = await aPerson(app);
    await ok(reviewer.put(`/api/v1/people/${person.id}/name`, { name: "王新名", reason: "户口簿改名" }));
    return [await app.as("learner", { personId: person.id }), "name-corrected", /已由人社部门更正/];
  },
  async "employment reported"() {
    const person = await aPerson(app, { name: "赵小工" });
    await ok(
      employer.post(`/api/v1/organisations/${enterprise}/employments`, {
        name: "赵小工",
        citizenId: person.citizenId,
        hiredOn: "2020-02-20",
        contractMonths: 24,
      }),
    );
    return [await app.as("learner", { personId: person.id }), "employment-reported", /入职/];
  },
};

describe("whoever a page says will be told", () => {
  it.each(Object.entries(ACTS))("%s", async (_name, act) => {
    const [reader, template, text] = await act();
    const found = (await inbox(reader)).filter((message) => message.template === template);
    expect(found.map((message) => message.text)).toEqual(expect.arrayContaining([expect.stringMatching(text)]));
  });
});

describe("an organisation and an office", () => {
  it("are told as such: each account reads for itself, and a later colleague isn't flooded", async () => {
    const { id } = await aClass(app, { organisationId: school, state: "submitted" });
    await ok(reviewer.post(`/api/v1/classes/${id}/decision`, { verdict: "approve" }));
    const colleague = await app.as("institution", { organisationId: school });
    const [newest] = await inbox(institution);
    expect(newest).toMatchObject({ template: "class-decided", subject: id, read: false });
    await ok(institution.post("/api/v1/me/messages/reading", { upTo: newest?.id }));
    expect((await inbox(institution))[0]?.read).toBe(true);
    await since("2020-01-01", colleague.accountId);
    expect((await inbox(colleague))[0]).toMatchObject({ subject: id, read: false });
    await since("2020-05-01", colleague.accountId);
    expect((await inbox(colleague))[0]).toMatchObject({ subject: id, read: true });
    expect(await inbox(await app.as("institution", { organisationId: await anOrganisation(app) }))).toEqual([]);
  });

  it("counts what keeps coming in one message a day, which is unread again when it grows", async () => {
    app.setNow("2020-03-03T02:00:00Z");
    const officer = await app.as("reviewer");
    const abroad = await app.as("reviewer", { region: "110101" });
    await since("2020-01-01");
    const draws = async () => {
      const person = await aPerson(app);
      const learner = await app.as("learner", { personId: person.id });
      await ok(
        learner.post("/api/v1/me/corrections", { about: "name", wish: "姓名少了一个字，应为三个字", factId: null }),
      );
    };
    await draws();
    const [first] = await inbox(officer);
    expect(first).toMatchObject({ template: "corrections-waiting", text: "新收到 1 件信息更正申请，等待核实。" });
    await officer.post("/api/v1/me/messages/reading", { upTo: first?.id });
    await draws();
    const told = (await inbox(officer)).filter(({ template }) => template === "corrections-waiting");
    expect(told).toMatchObject([{ text: "新收到 2 件信息更正申请，等待核实。", read: false }]);
    expect(await inbox(abroad)).toEqual([]);
  });
});

/** Sentences of the pages that promise a message, by file, and the act above or the template that a message of theirs has. */
const PROMISED: Record<string, string[]> = {
  "features/account/MessagesPage.tsx": ["filing approved"],
  "features/account/ColleaguesCard.tsx": ["template colleagues-opened"],
  "features/plans/DecidePlacesDialog.tsx": ["template plan-quota-released", "template plan-quota-decided"],
  "portals/bureau/workloads/WorkloadPage.tsx": ["template workload-decided"],
  "features/returns/ReturnActs.tsx": ["template return-decided"],
  "features/claims/ClaimActions.tsx": ["template claim-submitted"],
  "features/claims/ConfirmMany.tsx": ["template claim-submitted"],
  "features/classes/MakeUpPage.tsx": ["template attendance-made-up"],
  "features/postings/ReviewClassesPage.tsx": ["template review-class-taken"],
  "portals/bureau/evaluations/BatchPage.tsx": ["template evaluation-batch-news", "template evaluation-candidate-news"],
  "portals/bureau/evaluations/RulesPage.tsx": ["template evaluation-rule-decided"],
  "portals/bureau/evaluations/SupervisorDialog.tsx": ["template evaluation-duty"],
  "portals/evaluator/batch/StaffDialog.tsx": ["template evaluation-duty"],
  "portals/bureau/postings/DecideLicenceDialog.tsx": ["template licence-decided"],
  "portals/evaluator/RegisterCertificates.tsx": ["template certificate-issued"],
  "portals/enterprise/EmployeesClaimDialog.tsx": ["template claim-submitted"],
  "portals/enterprise/employee.ts": ["template employment-ended"],
  "portals/enterprise/NewEmployeeDialog.tsx": ["employment reported"],
  "portals/enterprise/EmployeesPage.tsx": ["employment reported"],
  "portals/institution/class/ClassActions.tsx": ["class starts", "class cancelled"],
  "portals/institution/class/LeaveDialog.tsx": ["learner removed"],
  "portals/institution/class/CertificatesTab.tsx": ["template certificate-issued"],
  "portals/institution/class/RosterTab.tsx": ["template enrolment-confirmed"],
  "portals/institution/class/QuizAttempts.tsx": ["template quiz-attempts-granted"],
  "portals/institution/class/SubsidyTab.tsx": ["template claim-submitted", "template claim-prepared"],
  "portals/bureau/claims/AskCancellationDialog.tsx": ["claim cancelled"],
  "portals/bureau/claims/CancellationNotice.tsx": ["claim cancelled"],
  "portals/bureau/claims/DecideCancellations.tsx": ["claim cancelled"],
  "portals/bureau/claims/ClawbackDialog.tsx": ["money demanded back"],
  "portals/bureau/claims/ReviewDialog.tsx": ["claim returned", "claim refused"],
  "portals/bureau/classes/DecideAttendanceRuleDialog.tsx": ["template attendance-rule-decided"],
  "portals/bureau/catalogue-lists.ts": ["template list-touches-classes"],
  "portals/bureau/verdict-words.ts": [
    "change approved",
    "change refused",
    "template attendance-made-up",
    "template certificate-rejected",
    "template entry-decided",
    "template group-decided",
    "template record-entered",
    "template substitution-decided",
  ],
  "portals/bureau/classes/DecideFeedbackDialog.tsx": ["template feedback-reply-removed"],
  "portals/bureau/classes/feedback-words.ts": ["template feedback-decided", "template feedback-published"],
  "portals/bureau/windows/WindowConsent.tsx": ["template window-waiting"],
  "portals/bureau/windows/WindowPage.tsx": ["template window-ended"],
  "portals/learner/HelpersPage.tsx": ["template helper-named", "template helper-ended"],
  "portals/bureau/people/DecideCorrectionDialog.tsx": ["template correction-decided"],
  "portals/bureau/people/AddGroupDialog.tsx": ["template record-entered"],
  "portals/bureau/people/FactDialog.tsx": ["template record-entered"],
  "portals/bureau/people/JoinDialog.tsx": ["template records-joined"],
  "portals/bureau/people/JoinNotices.tsx": ["template records-joined"],
  "portals/finance/InflowDialog.tsx": ["template payment-day"],
  "portals/finance/EndInflowDialog.tsx": ["template payment-day"],
  "portals/bureau/people/NameDialog.tsx": ["name corrected"],
};

describe("every promise of a page", () => {
  const WEB = path.resolve(import.meta.dirname, "../../web/src");

  it("has its act", async () => {
    const found: string[] = [];
    for (const file of await readdir(WEB, { recursive: true })) {
      if (!/\.tsx?$/u.test(file) || /^showcase|\.test\.|\/help\.ts$/u.test(file)) continue;
      const text = await readFile(path.join(WEB, file), "utf8");
      if (/会通知|将通知|已通知|会收到|将收到/u.test(text)) found.push(file);
    }
    expect(found.toSorted()).toEqual(Object.keys(PROMISED).toSorted());
  });

  it("is done above, or its message is written by the server", async () => {
    const sources = (
      await Promise.all(
        (await readdir(import.meta.dirname, { recursive: true }))
          .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
          .map((file) => readFile(path.join(import.meta.dirname, file), "utf8")),
      )
    ).join("\n");
    const missing = Object.values(PROMISED)
      .flat()
      .filter((held) => {
        const template = /^template (.*)$/u.exec(held)?.[1];
        if (template === undefined) return !(held in ACTS);
        return !template.startsWith("claim-") && !sources.includes(`"${template}"`);
      });
    expect(missing).toEqual([]);
  });
});
