import {
  addDays,
  civilDate,
  type CivilDate,
  createWorkdayCalendar,
  makeCitizenId,
  todayInShanghai,
} from "@jinengtong/standards";
import { county } from "@jinengtong/county";
import { asDemoAccount } from "../../access/index.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { officeDay } from "../../kernel/due-days.ts";
import type { Services } from "../../kernel/services.ts";
import { arrangeRooms, sittings } from "../batch/arrange-rooms.ts";
import { assignStaff, sendSupervisor } from "../batch/assign-staff.ts";
import { readBatch } from "../batch/batch.ts";
import { checkCandidates, closeRegistration } from "../batch/check-candidates.ts";
import { reportSupervision } from "../batch/duties.ts";
import { enterCandidate } from "../batch/import-candidates.ts";
import { createBatch, decideBatch, publishBatch, submitBatch } from "../batch/plan-batch.ts";
import { finishBatch, startBatch } from "../batch/run-batch.ts";
import { drawPaper } from "../batch/open-paper.ts";
import type { StaffKind } from "../evaluation-tables.ts";
import { decideFiling, submitFiling } from "../filing/filings.ts";
import { addEvaluationRoom, addEvaluationSite } from "../filing/sites.ts";
import { closeScores } from "../outcome/close-scores.ts";
import { objectToResult } from "../outcome/objections.ts";
import { publiciseResults } from "../outcome/publicise.ts";
import { writeSheet } from "../outcome/scores.ts";
import { decideStaff } from "../panel/decide-staff.ts";
import { registerStaff } from "../panel/register-staff.ts";
import { addDemoPaper } from "./paper.ts";

/** The same platform on a morning that has passed. */
const onDay = (services: Services, day: CivilDate): Services =>
  Object.assign(Object.create(services) as Services, {
    clock: { now: () => new Date(`${day}T01:00:00Z`) },
  });

const none = { params: {}, query: {} };
const by = (id: string) => ({ params: { id }, query: {} });

interface Scene {
  services: Services;
  occupation: string;
  siteId: string;
  rooms: { theory: string; practice: string };
  staff: Map<string, string>;
}

const PEOPLE: readonly [kind: StaffKind, name: string][] = [
  ["examiner", "示例考评甲"],
  ["examiner", "示例考评乙"],
  ["examiner", "示例考评丙"],
  ["examiner", "示例考评丁"],
  ["examiner", "示例考评戊"],
  ["invigilator", "示例监考甲"],
  ["invigilator", "示例监考乙"],
  ["internal-supervisor", "示例督导甲"],
  ["external-supervisor", "示例督导乙"],
];

/** Batches of the demo evaluator, by the platform's own operations: one under publicity with an objection, one announced, one plan that waits. */
export async function addEvaluations(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const exam = officeDay(today, -7);
  const scene = await openScene(onDay(services, officeDay(exam, -15)), services);
  if (scene === null) return;
  const first = await planned(scene, exam, officeDay(exam, -12));
  await registered(scene, first, officeDay(exam, -8), 5);
  await arranged(scene, first, officeDay(exam, -6), ["示例考评甲", "示例考评乙", "示例考评丙"]);
  await held(scene, first, exam);
  await publicised(scene, first, officeDay(exam, 3), officeDay(exam, 5));
  const next = officeDay(today, 6);
  const second = await planned(scene, next, officeDay(next, -12));
  await registered(scene, second, officeDay(next, -8), 3);
  await arranged(scene, second, officeDay(today, -1), ["示例考评甲", "示例考评丁", "示例考评戊"]);
  await asDemoAccount(onDay(services, today), "evaluator", async (context) => {
    const { id } = await createBatch.run(context, { ...none, body: plan(scene, officeDay(today, 15)) });
    await submitBatch.run(context, { ...by(id), body: {} });
  });
}

async function openScene(past: Services, services: Services): Promise<Scene | null> {
  const found = await sql<{ occupation: string }>`
    select a.occupation from admission a join account c on c.organisation_id = a.organisation_id and c.username = 'evaluator'
    where a.activity = 'evaluation' and a.level = 5 and a.state = 'admitted' and a.valid_from <= ${todayInShanghai(past.clock.now())}::date
    order by a.occupation limit 1`.execute(services.database);
  const occupation = found.rows[0]?.occupation;
  if (occupation === undefined) return null;
  const day = todayInShanghai(past.clock.now());
  const { filed, ...place } = await asDemoAccount(past, "evaluator", async (context) => {
    const { id: siteId } = await addEvaluationSite.run(context, {
      ...none,
      body: { code: "320001", name: "示例考点", address: "示例路 8 号", tenure: "own", video: true },
    });
    const room = async (name: string, seats: number, stations: number) =>
      (await addEvaluationRoom.run(context, { ...by(siteId), body: { name, seats, stations } })).id;
    const rooms = { theory: await room("一号考场", 30, 0), practice: await room("实操车间", 8, 8) };
    const { id: filing } = await submitFiling.run(context, {
      ...none,
      body: {
        number: "示例评备 0001",
        kind: "social-body",
        institutionCode: "0001",
        provinceCode: county().region.code.slice(0, 2),
        validFrom: addDays(day, -30),
        validTo: addDays(day, 700),
        charges: "示例收费标准",
        items: [{ siteId, occupation, level: 5, chargeFen: 30_000 }],
      },
    });
    for (const subject of ["theory", "practice"] as const)
      for (const title of ["示例 A 卷", "示例 B 卷"])
        await addDemoPaper(context, { occupation, level: 5, subject, title });
    return { siteId, rooms, filed: filing };
  });
  await asDemoAccount(past, "reviewer1", (context) =>
    decideFiling.run(context, { ...by(filed), body: { verdict: "approved", reason: "示例：材料齐全" } }),
  );
  const staff = new Map<string, string>();
  for (const [at, [kind, name]] of PEOPLE.entries()) {
    const { id } = await asDemoAccount(past, kind === "external-supervisor" ? "reviewer1" : "evaluator", (context) =>
      registerStaff.run(context, {
        ...none,
        body: {
          name,
          citizenId: makeCitizenId(county().region.code, civilDate("1971-02-03"), 900 + at),
          kind,
          certificateNumber: `SLKP${1000 + at}`,
          validFrom: addDays(day, -300),
          validTo: addDays(day, 700),
          occupations: [occupation],
          highestLevel: 3,
        },
      }),
    );
    await asDemoAccount(past, "reviewer2", (context) =>
      decideStaff.run(context, { ...by(id), body: { verdict: "confirmed", reason: "示例：证件相符" } }),
    );
    staff.set(name, id);
  }
  return { services, occupation, staff, ...place };
}

const plan = ({ siteId, occupation }: Scene, examOn: CivilDate) => ({
  siteId,
  occupation,
  level: 5,
  ways: ["theory" as const, "practice" as const],
  examOn,
  from: "08:30",
  to: "17:30",
  practiceMinutes: 60,
  expected: 30,
  chargeFen: 20_000,
  notice: "示例公告：年满 16 周岁可以报名，带身份证到考点。",
});

/** Drafted, submitted, approved and announced on a day. */
async function planned(scene: Scene, examOn: CivilDate, day: CivilDate): Promise<string> {
  const past = onDay(scene.services, day);
  const id = await asDemoAccount(past, "evaluator", async (context) => {
    const made = await createBatch.run(context, { ...none, body: plan(scene, examOn) });
    await submitBatch.run(context, { ...by(made.id), body: {} });
    return made.id;
  });
  await asDemoAccount(past, "reviewer1", (context) =>
    decideBatch.run(context, { ...by(id), body: { verdict: "approved", reason: "示例：符合规定" } }),
  );
  await asDemoAccount(past, "evaluator", (context) => publishBatch.run(context, { ...by(id), body: {} }));
  return id;
}

/** People who hold no certificate of this trade yet; the demo learner first, where that is so. */
async function applicants(context: Context, occupation: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p left join account a on a.person_id = p.id and a.username = 'learner'
    where p.birth_date < ${addDays(context.today, -20 * 366)}::date
      and not exists (select from certificate f where f.person_id = p.id and f.occupation = ${occupation})
      and not exists (select from evaluation_candidate k where k.person_id = p.id)
      and not exists (select from evaluation_staff s where s.person_id = p.id)
    order by a.id is null, p.number limit ${count}`.execute(context.db);
  return rows.map(({ id }) => id);
}

async function registered(scene: Scene, id: string, day: CivilDate, count: number): Promise<void> {
  await asDemoAccount(onDay(scene.services, day), "evaluator", async (context) => {
    const batch = await readBatch(context.db, id);
    for (const personId of await applicants(context, scene.occupation, count))
      await enterCandidate(context, batch, { personId, condition: "5-entry", workYears: 1 });
    await checkCandidates.run(context, { ...by(id), body: {} });
    await closeRegistration.run(context, { ...by(id), body: {} });
  });
}

async function arranged(scene: Scene, id: string, day: CivilDate, examiners: readonly string[]): Promise<void> {
  const past = onDay(scene.services, day);
  const who = (name: string): string => scene.staff.get(name) ?? "";
  await asDemoAccount(past, "evaluator", async (context) => {
    await arrangeRooms.run(context, {
      ...by(id),
      body: {
        uses: [
          { subject: "theory", roomId: scene.rooms.theory, from: "08:30", to: "10:00" },
          { subject: "practice", roomId: scene.rooms.practice, from: "10:30", to: "16:30" },
        ],
        reason: "示例：等场地",
      },
    });
    await assignStaff.run(context, {
      ...by(id),
      body: {
        examiners: examiners.map(who),
        invigilators: ["示例监考甲", "示例监考乙"].map(who),
        officers: [],
        internalSupervisor: who("示例督导甲"),
        reason: "示例：等场地",
      },
    });
    for (const subject of ["theory", "practice"] as const)
      await drawPaper.run(context, { ...by(id), body: { subject } });
  });
  await asDemoAccount(past, "reviewer1", (context) =>
    sendSupervisor.run(context, { ...by(id), body: { staffId: who("示例督导乙") } }),
  );
}

/** The exam, its sheets and what the supervisors saw. One candidate fails the practice. */
async function held(scene: Scene, id: string, day: CivilDate): Promise<void> {
  await asDemoAccount(onDay(scene.services, day), "evaluator", async (context) => {
    await startBatch.run(context, { ...by(id), body: {} });
    const batch = await readBatch(context.db, id);
    const people = await sittings(context, batch);
    const staff = await context.db
      .selectFrom("evaluation_assignment")
      .select(["id as assignmentId", "batch_id as batchId", "staff_id as staffId", "duty"])
      .where("batch_id", "=", id)
      .where("removed_at", "is", null)
      .orderBy("id")
      .execute();
    const examiners = staff.filter(({ duty }) => duty === "examiner");
    for (const [at, examiner] of examiners.entries())
      await writeSheet(
        context,
        examiner,
        "practice",
        people.map(({ candidateId }, n) => ({ candidateId, status: "scored", score: n === 0 ? 57 + at : 70 + n + at })),
        "sheet",
      );
    if (examiners[0])
      await writeSheet(
        context,
        examiners[0],
        "theory",
        people.map(({ candidateId }, n) => ({ candidateId, status: "scored", score: 66 + n })),
        "sheet",
      );
    for (const { assignmentId, duty } of staff)
      if (duty.endsWith("supervisor"))
        for (const step of ["theory", "practice"] as const)
          await reportSupervision.run(context, {
            ...by(assignmentId),
            body: { step, heads: people.length, finding: "示例：秩序正常，评分独立。", grave: false },
          });
    await finishBatch.run(context, { ...by(id), body: {} });
  });
}

async function publicised(scene: Scene, id: string, scored: CivilDate, day: CivilDate): Promise<void> {
  await asDemoAccount(onDay(scene.services, scored), "evaluator", (context) =>
    closeScores.run(context, { ...by(id), body: {} }),
  );
  // Minutes before a year whose holidays aren't announced, nothing is publicised.
  if (!createWorkdayCalendar().knows(Number(officeDay(day, 6).slice(0, 4)))) return;
  await asDemoAccount(onDay(scene.services, day), "evaluator", (context) =>
    publiciseResults.run(context, { ...by(id), body: {} }),
  );
  const own = await scene.services.database
    .selectFrom("evaluation_candidate as k")
    .innerJoin("account as a", "a.person_id", "k.person_id")
    .select(["k.id", "a.id as accountId", "a.name", "a.region", "k.person_id as personId"])
    .where("k.batch_id", "=", id)
    .where("k.state", "=", "admitted")
    .where("a.username", "=", "learner")
    .executeTakeFirst();
  if (own)
    await inTransaction(
      onDay(scene.services, day),
      (context) => objectToResult.run(context, { ...by(own.id), body: { text: "示例：实操评分表的合计请再核一次" } }),
      { ...own, role: "learner", organisationId: null, sessionId: null, scopes: null },
    );
}
