/**
 * Who learns at home: in the evening they open the lesson of their class, watch, find the word that proves somebody looks at the page, and
 * answer the quiz. Some answer wrongly, or open the lesson twice.
 */
import type { Actor, County, Hour } from "../county.ts";
import { LESSON_MINUTES, RIGHT, WRONG } from "../online-course.ts";
import type { Resident } from "../residents.ts";
import { type Output, Visitor } from "../visitor.ts";

type Watch = Output<"POST /api/v1/lessons/:id/leases">;
const LESSON_MS = LESSON_MINUTES * 60_000;

export class Online implements Actor {
  readonly name = "online";
  readonly #county: County;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    const { today } = this.#county.world;
    if (hour !== "19:30") return;
    for (const lesson of this.#county.homework.filter(({ startsOn }) => startsOn === today)) {
      this.#county.homework.splice(this.#county.homework.indexOf(lesson), 1);
      // Later than their other sign-in of the evening: one phone gets one code a minute.
      await this.#wait(2);
      const sittings: Sitting[] = [];
      for (const learner of lesson.learners) {
        const sitting = await this.#open(learner, lesson.classId, lesson.number);
        if (sitting) sittings.push(sitting);
      }
      await this.#wait(LESSON_MINUTES + 1);
      for (const sitting of sittings) await this.#watch(sitting);
    }
  }

  /** Who has no account yet, or is on the roster under a wrong number, learns in the classroom only. */
  async #open(learner: Resident, classId: string, about: string): Promise<Sitting | null> {
    const { registered, mistaken } = this.#county;
    if (!registered.has(learner.phone) || mistaken.some(({ resident }) => resident === learner)) return null;
    const visitor = new Visitor(this.#county.world, `${this.name} ${learner.name}`);
    await visitor.signInByPhone(learner.phone);
    const { body } = await visitor.do("GET /api/v1/classes/:id/lessons", { params: { id: classId } });
    const { enrolmentId } = body;
    const lessons = body.courses.flatMap((course) => course.lessons);
    const reading = lessons.find(({ kind }) => kind === "document");
    const quiz = lessons.find(({ kind }) => kind === "quiz");
    if (enrolmentId === null || !reading || !quiz) return null;
    const open = async (): Promise<Watch> => {
      const params = { id: reading.id };
      return (await visitor.do("POST /api/v1/lessons/:id/leases", { params, about, body: { enrolmentId } })).body;
    };
    const first = await open();
    const isTwice = this.#county.mishap("opened-twice", `${this.name} ${learner.citizenId}`, 0.1);
    const watch = isTwice ? await open() : first;
    if (isTwice) await this.#beat(visitor, first, about, ["lease-lost"]);
    return { visitor, learner, about, enrolmentId, quizId: quiz.id, watch };
  }

  async #watch({ visitor, learner, about, enrolmentId, quizId, watch }: Sitting): Promise<void> {
    const { check } = (await this.#beat(visitor, watch, about)).body;
    if (check) {
      const word = /“(.+)”/u.exec(check.text)?.[1] ?? "";
      await visitor.do("POST /api/v1/watch-leases/:id/answers", {
        params: { id: watch.leaseId },
        about,
        body: { checkId: check.id, option: check.options.indexOf(word) },
      });
    }
    const { body } = await this.#beat(visitor, watch, about);
    if (!body.completed) throw new Error(`${this.name} ${learner.name}: watched to the end and not credited`);
    const answer = (option: number) =>
      visitor.do("POST /api/v1/lessons/:id/attempts", {
        params: { id: quizId },
        about,
        body: { enrolmentId, answers: [[option]] },
      });
    if (this.#county.mishap("wrong-answer", `${this.name} ${learner.citizenId}`, 0.3)) await answer(WRONG);
    await answer(RIGHT);
  }

  #beat(visitor: Visitor, { leaseId }: Watch, about: string, may: readonly string[] = []) {
    return visitor.do("POST /api/v1/watch-leases/:id/beats", {
      params: { id: leaseId },
      about,
      body: { beats: [{ fromMs: 0, toMs: LESSON_MS }] },
      may,
    });
  }

  async #wait(minutes: number): Promise<void> {
    const { world } = this.#county;
    const later = new Date(world.clock.now().getTime() + 8 * 3_600_000 + minutes * 60_000).toISOString();
    await world.moveTo(world.today, later.slice(11, 16));
  }
}

interface Sitting {
  visitor: Visitor;
  learner: Resident;
  about: string;
  enrolmentId: string;
  quizId: string;
  watch: Watch;
}
