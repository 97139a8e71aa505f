/**
 * A school: plans classes and files them, brings the roster, has the code on the screen or calls the roll, examines, gives certificates and
 * ends the class. It teaches who is unemployed, and the staff of enterprises on their order.
 */
import { addDays, maskCitizenId } from "@jinengtong/standards";
import type { Actor, County, Hour, School as Place } from "../county.ts";
import { type Course, fileCourse, LARGEST } from "../course.ts";
import { TRADES } from "../founding.ts";
import { publishOnlineCourse } from "../online-course.ts";
import { misspelt, type Resident } from "../residents.ts";

/** Every so many courses use the code on the screen, or are assessed by the evaluator. */
const BY_CODE = 4;
const EVALUATED = 3;
const ONLINE = 3;
/** Heads that an order class is to have, and with which it is begun. */
const ORDER_CLASS = 20;

export class School implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #school: Place;
  readonly #applicants: Resident[];
  readonly #courses: Course[] = [];
  readonly #toCorrect: { sessionId: string; enrolmentId: string; number: string }[] = [];
  readonly #certificates: { id: string; serial: string }[] = [];
  #onlineCourse = "";
  #filed = 0;

  constructor(county: County, school: Place, applicants: readonly Resident[]) {
    this.name = school.staff.username;
    this.#county = county;
    this.#school = school;
    this.#applicants = [...applicants];
  }

  async at(hour: Hour): Promise<void> {
    const { today } = this.#county.world;
    if (hour === "07:50") this.#county.screens.splice(0);
    if (hour === "15:00" && this.#county.isWorkday()) {
      await this.#correctMarks();
      await this.#revoke();
      await this.#plan();
    }
    for (const course of this.#courses.filter((each) => !each.ended)) {
      if (hour === "09:55" && this.#county.isWorkday() && !course.rostered) await this.#bringRoster(course);
      if (hour === "08:20" && course.byCode) await this.#showCode(course);
      const lesson = course.sessions.find((each) => each.date === today && each.over === hour);
      if (lesson && course.rostered) await this.#callRoll(course, lesson.id);
      if (hour === "15:00" && today > course.endsOn && this.#county.isWorkday()) await this.#end(course);
    }
  }

  /** Files a class for an enterprise that ordered one, or where enough people wait, while a teacher is free. */
  async #plan(): Promise<void> {
    const open = this.#courses.filter((course) => !course.ended);
    const place = this.#school.teacherIds.findIndex((_, n) => !open.some((course) => course.place === n));
    if (place < 0 || open.some((course) => course.startsOn > this.#county.world.today)) return;
    const trade = TRADES[this.#filed % TRADES.length] ?? TRADES[0];
    const at = this.#county.orders.findIndex(
      ({ school, learners }) => school === this.name && (learners !== null || this.#applicants.length >= ORDER_CLASS),
    );
    const [order] = at < 0 ? [] : this.#county.orders.splice(at, 1);
    const learners = order?.learners ?? this.#applicants.splice(0, LARGEST);
    if (learners.length === 0) return;
    this.#filed += 1;
    const wish = {
      benefit: order?.benefit ?? "unemployed-training",
      trade,
      learners,
      enterpriseId: order?.enterpriseId ?? null,
      byCode: this.#filed % BY_CODE === 2,
    };
    const course = await fileCourse(this.#county, this.#school, wish, place);
    this.#courses.push(course);
    if (this.#filed % ONLINE === 1) await this.#addOnlineCourse(course);
  }

  async #addOnlineCourse({ id, number, startsOn, learners }: Course): Promise<void> {
    if (this.#onlineCourse === "") this.#onlineCourse = await publishOnlineCourse(this.#school);
    const desk = await this.#school.staff.desk();
    await desk.do("PUT /api/v1/classes/:id/courses", {
      params: { id },
      about: number,
      body: { courseIds: [this.#onlineCourse] },
    });
    this.#county.homework.push({ classId: id, number, startsOn, learners });
  }

  /** The roster is a sheet, sent once the filing is approved. Sometimes a number is copied wrongly: that makes a second record. */
  async #bringRoster(course: Course): Promise<void> {
    const desk = await this.#school.staff.desk();
    const params = { id: course.id };
    const { body: shown } = await desk.do("GET /api/v1/classes/:id", { params });
    if (shown.state !== "approved") return;
    const { world, mistaken } = this.#county;
    const rows = course.learners.map((learner) => {
      const { name, citizenId, phone } = learner;
      if (!this.#county.mishap("wrong-number", `${this.name} ${course.number} ${citizenId}`, 0.01))
        return `${name},${citizenId},${phone}`;
      const wrong = misspelt(citizenId);
      const after = this.#county.random(`${this.name} ${citizenId}`).whole(1, 40);
      mistaken.push({ resident: learner, wrong, noticedOn: addDays(world.today, after) });
      return `${name},${wrong},${phone}`;
    });
    const about = course.number;
    const preview = await desk.upload(
      "POST /api/v1/roster-imports",
      { name: "花名册.csv", content: `姓名,身份证号,手机号\n${rows.join("\n")}\n` },
      { query: { classId: course.id }, about },
    );
    await desk.do("POST /api/v1/roster-imports/:id/commit", { params: { id: preview.body.id }, about });
    await world.settle();
    const roster = await desk.do("GET /api/v1/classes/:id/roster", { params, query: { limit: 200 } });
    course.enrolments = roster.body.rows.map(({ enrolmentId, name, seat }) => ({ enrolmentId, name, seat: seat ?? 0 }));
    course.rostered = true;
    for (const { citizenId } of course.learners) {
      const substitutionId = this.#county.inPlace.get(citizenId);
      const seat = roster.body.rows.find((row) => row.citizenIdMasked === maskCitizenId(citizenId));
      if (substitutionId === undefined || !seat) continue;
      await desk.do("PUT /api/v1/enrolments/:id/substitution", {
        params: { id: seat.enrolmentId },
        about,
        body: { substitutionId },
        may: ["substitution-not-on-day", "principal-without-group"],
      });
    }
  }

  /** The code on the teacher's screen, for those who are in the room. */
  async #showCode(course: Course): Promise<void> {
    const lesson = course.sessions.find((each) => each.date === this.#county.world.today && each.over === "11:40");
    if (!lesson || !course.rostered) return;
    this.#county.screens.push({
      sessionId: lesson.id,
      number: course.number,
      phones: new Set(course.learners.map((learner) => learner.phone)),
      code: async () => {
        const desk = await this.#school.staff.desk();
        return (await desk.do("GET /api/v1/sessions/:id/code", { params: { id: lesson.id } })).body.code;
      },
    });
  }

  /** A mark that was set wrongly is put right while the class runs, with the reason. */
  async #correctMarks(): Promise<void> {
    for (const { sessionId, enrolmentId, number } of this.#toCorrect.splice(0)) {
      const desk = await this.#school.staff.desk();
      await desk.do("POST /api/v1/sessions/:id/corrections", {
        params: { id: sessionId },
        about: number,
        body: { enrolmentId, mark: "present", reason: "点名时看错一行，纸质签到表有本人签名" },
      });
    }
  }

  /** A certificate turns out wrong, sometimes after its money was paid. */
  async #revoke(): Promise<void> {
    const wrong = this.#certificates.filter(({ serial }) =>
      this.#county.mishap("revoke", `${this.name} ${serial}`, 0.001),
    );
    for (const { id, serial } of wrong) {
      this.#certificates.splice(
        this.#certificates.findIndex((each) => each.id === id),
        1,
      );
      const desk = await this.#school.staff.desk();
      await desk.do("POST /api/v1/certificates/:id/revocation", {
        params: { id },
        about: serial,
        body: { reason: "复核试卷发现评分有误" },
      });
    }
  }

  /** Who signed in by the code has their mark; the roll is called for the others. */
  async #callRoll(course: Course, sessionId: string): Promise<void> {
    const random = this.#county.random(`${this.name} roll`);
    const desk = await this.#school.staff.desk();
    const signedIn = new Set<string>();
    if (course.byCode) {
      const { body } = await desk.do("GET /api/v1/sessions/:id/attendance", { params: { id: sessionId } });
      for (const { enrolmentId, mark } of body.learners) if (mark !== null) signedIn.add(enrolmentId);
    }
    const marks: { enrolmentId: string; mark: "present" | "absent" | "late"; minutes?: number }[] = course.enrolments
      .filter(({ enrolmentId }) => !signedIn.has(enrolmentId))
      .map(({ enrolmentId }) => {
        const luck = random.next();
        if (luck < 0.02) return { enrolmentId, mark: "absent" as const };
        if (luck < 0.04) return { enrolmentId, mark: "late" as const, minutes: 150 };
        return { enrolmentId, mark: "present" as const };
      });
    if (marks.length === 0) return;
    const wrong = marks.find(({ mark }) => mark === "present");
    if (wrong && this.#county.mishap("wrong-mark", this.name, 0.1)) {
      marks.splice(marks.indexOf(wrong), 1, { enrolmentId: wrong.enrolmentId, mark: "absent" });
      this.#toCorrect.push({ sessionId, enrolmentId: wrong.enrolmentId, number: course.number });
    }
    await desk.do("POST /api/v1/sessions/:id/roll-call", {
      params: { id: sessionId },
      about: course.number,
      body: { marks },
    });
  }

  /** Exam on the day after the class, then certificates; the class is over. Some come again for another trade. */
  async #end(course: Course): Promise<void> {
    const desk = await this.#school.staff.desk();
    const random = this.#county.random(`${this.name} exam`);
    const params = { id: course.id };
    const about = course.number;
    const heldOn = this.#county.world.today;
    const exam = await desk.do("POST /api/v1/classes/:id/exams", {
      params,
      about,
      body: { kind: "completion", heldOn, examinerNames: ["考官甲"] },
    });
    const shown = await desk.do("GET /api/v1/exams/:id", { params: { id: exam.body.id } });
    const rows = shown.body.seats
      .filter((seat) => seat.notReady === null)
      .map((seat) => `${seat.seat},${seat.name},${random.chance(0.05) ? random.whole(30, 59) : random.whole(60, 99)}`);
    if (rows.length > 0)
      await desk.upload(
        "POST /api/v1/exams/:id/results/import",
        { name: "成绩.csv", content: `座号,姓名,成绩\n${rows.join("\n")}\n` },
        { params: { id: exam.body.id }, about },
      );
    const given = await desk.do("POST /api/v1/classes/:id/certificates", { params, about, body: {} });
    for (const { certificateId, serial } of given.body.issued) this.#certificates.push({ id: certificateId, serial });
    if (this.#courses.indexOf(course) % EVALUATED === 1) {
      const evaluation = await desk.do("POST /api/v1/classes/:id/exams", {
        params,
        about,
        body: { kind: "evaluation", heldOn, evaluatorId: this.#county.evaluator.organisationId },
      });
      this.#county.evaluations.push({ examId: evaluation.body.id, number: course.number });
    }
    await desk.do("POST /api/v1/classes/:id/completion", { params, about, body: {} });
    course.ended = true;
    if (course.benefit === "unemployed-training" || course.benefit === "order-class")
      this.#applicants.push(...course.learners.filter(() => random.chance(0.4)));
  }
}
