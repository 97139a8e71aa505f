import { describe, expect, it } from "vitest";
import { sql } from "../kernel/database.ts";
import { aCertificate, allowanceDesk, aTrainingPlace, attended, classDay, type TestClient } from "../test/index.ts";
import { classDays } from "../training/index.ts";
import { prepareClaims, prepareDays } from "./index.ts";

/** The living allowance (五.2): 50 yuan for each day attended, without the days on unemployment benefit or paid before. */

const desk = allowanceDesk();
const { aLearner, finish, approve, claimsOf } = desk;

interface Sheet {
  days: { day: string; counted: boolean; why: string; because: string; corrected: boolean }[];
  totals: { classDays: number; attended: number; counted: number };
  perDayFen: number;
  amountFen: number;
  follows: string | null;
}
const sheetOf = async (client: TestClient, id: string) => (await client.get<Sheet>(`/api/v1/claims/${id}/days`)).body;

describe("days counted from attendance", () => {
  it("is prepared when the class is finished, without a certificate, for the learner's own card, and each day says why", async () => {
    // Absent on days 4 and 9; on unemployment benefit on days 3 to 5, of which one was missed anyway.
    const { enrolmentId, learner } = await aLearner({ absent: [4, 9], benefit: [3, 5] });
    expect(await claimsOf(learner)).toEqual([]);
    await finish(enrolmentId);
    const [claim] = await claimsOf(learner);
    expect(claim).toMatchObject({ state: "prepared", askedFen: 30_000 });
    const id = claim?.id ?? "";
    for (const reader of [learner, desk.reviewer(1)]) {
      const sheet = await sheetOf(reader, id);
      expect(sheet).toMatchObject({
        totals: { classDays: 10, attended: 8, counted: 6 },
        perDayFen: 5_000,
        amountFen: 30_000,
        follows: null,
      });
      expect(sheet.days.map(({ why }) => why).join(" ")).toBe(
        "counted counted on-benefit absent on-benefit counted counted counted absent counted",
      );
      expect(sheet.days[2]?.because).toBe(`在领失业保险金（${classDay(3)} 至 ${classDay(5)}），这些日子不给`);
    }
    await approve(learner, id);
    const paid = await desk
      .app()
      .services.database.selectFrom("claim")
      .select(["payee_kind", "organisation_id", "approved_fen", "certificate_id"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(paid).toEqual({
      payee_kind: "person",
      organisation_id: null,
      approved_fen: 30_000,
      certificate_id: null,
    });
    // The institution can neither ask for it nor read the sheet of somebody else's class.
    const school = await desk.app().as("institution", { organisationId: (await aLearner()).place.organisationId });
    expect((await school.get(`/api/v1/claims/${id}/days`)).status).toBe(403);
  });

  it("is prepared once, whatever comes first, the certificate or the end of the class", async () => {
    const { personId, enrolmentId, place, learner } = await aLearner();
    await desk
      .app()
      .services.database.updateTable("enrolment")
      .set({ state: "completed" })
      .where("id", "=", enrolmentId)
      .execute();
    const certificateId = await aCertificate(desk.app(), { personId, classId: place.classId, enrolmentId });
    await Promise.all([
      desk.app().work((context) => prepareClaims(context, [certificateId])),
      desk.app().work((context) => prepareDays(context, enrolmentId)),
    ]);
    expect(await desk.app().work((context) => prepareDays(context, enrolmentId))).toBe(0);
    expect(await claimsOf(learner)).toMatchObject([{ state: "prepared", askedFen: 50_000 }]);
  });

  it("takes half of a day's sessions for a day, or every one where the county says so", async () => {
    const place = await aTrainingPlace(desk.app(), { requiredHours: 24 });
    const { rows: afternoons } = await sql<{ id: string }>`
      insert into class_session (class_id, starts_at, ends_at, hours, topic, quality_module, practice, teacher_id, teacher_person_id, room_id)
      select class_id, starts_at + interval '5 hours', ends_at + interval '5 hours', hours, topic, false, practice, teacher_id,
        teacher_person_id, room_id from class_session where class_id = ${place.classId} order by starts_at returning id`.execute(
      desk.app().services.database,
    );
    expect(afternoons).toHaveLength(6);
    const { personId, enrolmentId, learner } = await aLearner({ place });
    // Every afternoon but one.
    await attended(
      desk.app(),
      afternoons.slice(1).map(({ id }) => id),
      enrolmentId,
      personId,
    );
    const { database } = desk.app().services;
    const count = async (rule: "half" | "every-session") =>
      (await classDays(database, [enrolmentId], rule)).get(enrolmentId)?.filter(({ attended: was }) => was).length;
    expect([await count("half"), await count("every-session")]).toEqual([6, 5]);
    await finish(enrolmentId);
    expect(await claimsOf(learner)).toMatchObject([{ askedFen: 30_000 }]);
  });
});
