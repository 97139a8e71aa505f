/**
 * A school: plans classes and files them, brings the roster, calls the roll after each lesson, examines, gives certificates and ends the
 * class. Its clerk keeps a notebook of the classes, as clerks do.
 */
import { addDays, type CivilDate, isWorkingDay } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { LEVEL, TRADES } from "../founding.ts";
import type { Resident } from "../residents.ts";

const LARGEST = 20;
/** Days between filing and the first lesson. */
const AHEAD = 4;
const LESSONS = [
  { from: "08:30", to: "11:30", over: "11:40" },
  { from: "13:30", to: "16:30", over: "16:40" },
] as const;

interface Course {
  id: string;
  number: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  learners: Resident[];
  rostered: boolean;
  sessions: { id: string; date: string; over: Hour }[];
  enrolments: { enrolmentId: string; name: string; seat: number }[];
  examined: boolean;
  ended: boolean;
}

export class School implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #school: County["schools"][number];
  readonly #applicants: Resident[];
  readonly #courses: Course[] = [];
  readonly #toCorrect: { sessionId: string; enrolmentId: string; number: string }[] = [];
  readonly #certificates: { id: string; serial: string }[] = [];
  #filed = 0;

  constructor(county: County, school: County["schools"][number], applicants: readonly Resident[]) {
    this.name = school.staff.username;
    this.#county = county;
    this.#school = school;
    this.#applicants = [...applicants];
  }

  async at(hour: Hour): Promise<void> {
    const { today } = this.#county.world;
    if (hour === "15:00" && this.#county.isWorkday()) {
      await this.#correctMarks();
      await this.#revoke();
      await this.#plan();
    }
    for (const course of this.#courses.filter((each) => !each.ended)) {
      if (hour === "09:30" && this.#county.isWorkday() && !course.rostered) await this.#bringRoster(course);
      const lesson = course.sessions.find((each) => each.date === today && each.over === hour);
      if (lesson && course.rostered) await this.#callRoll(course, lesson.id);
      if (hour === "15:00" && today > course.endsOn && this.#county.isWorkday()) await this.#end(course);
    }
  }

  /** Files a class where enough people wait and no two classes would need one teacher. */
  async #plan(): Promise<void> {
    const { world } = this.#county;
    const open = this.#courses.filter((course) => !course.ended);
    if (this.#applicants.length === 0 || open.length >= this.#school.teacherIds.length) return;
    if (open.some((course) => course.startsOn > world.today)) return;
    const trade = TRADES[this.#filed % TRADES.length] ?? TRADES[0];
    const days = workdays(addDays(world.today, AHEAD), Math.ceil(trade.hours / 8));
    const [startsOn, endsOn] = [days[0], days.at(-1)];
    if (startsOn === undefined || endsOn === undefined) return;
    const learners = this.#applicants.splice(0, LARGEST);
    const free = this.#school.teacherIds.findIndex(
      (_, n) => !open.some((course) => slotOf(course, this.#courses) % 4 === n),
    );
    const place = Math.max(0, free);
    this.#filed += 1;
    const desk = await this.#school.staff.desk();
    const about = `${this.#school.name} ${trade.name} ${startsOn}`;
    const { body } = await desk.do("POST /api/v1/classes", {
      about,
      body: {
        name: `${trade.name}班 ${startsOn}`,
        policyId: "rugao-2019",
        benefit: "unemployed-training",
        occupation: trade.occupation,
        level: LEVEL,
        contentKind: "occupation",
        town: learners[0]?.town ?? "",
        startsOn,
        endsOn,
        capacity: LARGEST + 5,
        plan: "按大纲教学，理论与实操结合。",
        assessmentPlan: "理论笔试，实操考核。",
        openEnrolment: true,
      },
    });
    const params = { id: body.id };
    for (const [index, date] of days.entries())
      for (const [half, { from, to }] of LESSONS.entries())
        await desk.do("POST /api/v1/classes/:id/sessions", {
          params,
          about,
          body: {
            date,
            from,
            to,
            hours: 4,
            topic: index + half === 0 ? "职业道德、法律与安全" : `实操 ${index * 2 + half}`,
            qualityModule: index + half === 0,
            practice: index + half > 0,
            teacherId: this.#school.teacherIds[place] ?? "",
            roomId: this.#school.roomIds[place] ?? "",
          },
        });
    const lines = await desk.do("GET /api/v1/classes/:id/sessions", { params });
    await desk.do("POST /api/v1/classes/:id/submission", { params, about });
    this.#courses.push({
      id: body.id,
      number: body.number,
      startsOn,
      endsOn,
      learners,
      rostered: false,
      sessions: lines.body.sessions.map((session) => {
        const local = new Date(new Date(session.endsAt).getTime() + 8 * 3_600_000).toISOString();
        return { id: session.id, date: local.slice(0, 10), over: local.slice(11, 13) === "11" ? "11:40" : "16:40" };
      }),
      enrolments: [],
      examined: false,
      ended: false,
    });
  }

  /** The roster is a sheet, sent once the filing is approved. */
  async #bringRoster(course: Course): Promise<void> {
    const desk = await this.#school.staff.desk();
    const params = { id: course.id };
    const { body: shown } = await desk.do("GET /api/v1/classes/:id", { params });
    if (shown.state !== "approved") return;
    const rows = course.learners.map(({ name, citizenId, phone }) => `${name},${citizenId},${phone}`);
    const about = course.number;
    const preview = await desk.upload(
      "POST /api/v1/roster-imports",
      { name: "花名册.csv", content: `姓名,身份证号,手机号\n${rows.join("\n")}\n` },
      { query: { classId: course.id }, about },
    );
    await desk.do("POST /api/v1/roster-imports/:id/commit", { params: { id: preview.body.id }, about });
    await this.#county.world.settle();
    const roster = await desk.do("GET /api/v1/classes/:id/roster", { params, query: { limit: 200 } });
    course.enrolments = roster.body.rows.map(({ enrolmentId, name, seat }) => ({ enrolmentId, name, seat: seat ?? 0 }));
    course.rostered = true;
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

  async #callRoll(course: Course, sessionId: string): Promise<void> {
    const random = this.#county.random(`${this.name} roll`);
    const desk = await this.#school.staff.desk();
    const marks: { enrolmentId: string; mark: "present" | "absent" | "late"; minutes?: number }[] =
      course.enrolments.map(({ enrolmentId }) => {
        const luck = random.next();
        if (luck < 0.02) return { enrolmentId, mark: "absent" as const };
        if (luck < 0.04) return { enrolmentId, mark: "late" as const, minutes: 150 };
        return { enrolmentId, mark: "present" as const };
      });
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

  /** Exam on the day after the class, then certificates; the class is over. */
  async #end(course: Course): Promise<void> {
    const desk = await this.#school.staff.desk();
    const random = this.#county.random(`${this.name} exam`);
    const params = { id: course.id };
    const about = course.number;
    const exam = await desk.do("POST /api/v1/classes/:id/exams", {
      params,
      about,
      body: { kind: "completion", heldOn: this.#county.world.today, examinerNames: ["考官甲"] },
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
    await desk.do("POST /api/v1/classes/:id/completion", { params, about, body: {} });
    course.ended = true;
  }
}

const slotOf = (course: Course, courses: readonly Course[]): number => courses.indexOf(course);

/** A number of working days, from the first one on or after `from`. */
function workdays(from: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}
