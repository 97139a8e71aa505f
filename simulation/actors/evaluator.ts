/** The evaluator: marks those whom a school sends, gives certificates of its own, and now and then takes one back. */
import { county as law } from "@jinengtong/county";
import { makeCertificateNumber } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { LEVEL } from "../founding.ts";

export class Evaluator implements Actor {
  readonly name = "evaluator";
  readonly #county: County;
  readonly #given: { id: string; number: string }[] = [];
  #serial = 0;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "16:40" || !this.#county.isWorkday()) return;
    for (const { examId, number } of this.#county.evaluations.splice(0)) await this.#evaluate(examId, number);
    await this.#revoke();
  }

  async #evaluate(examId: string, about: string): Promise<void> {
    const desk = await this.#county.evaluator.staff.desk();
    const random = this.#county.random(`${this.name} ${about}`);
    const params = { id: examId };
    const { body } = await desk.do("GET /api/v1/exams/:id", { params });
    const scores = body.seats
      .filter((seat) => seat.notReady === null)
      .map((seat) => ({ ...seat, score: random.chance(0.1) ? random.whole(20, 59) : random.whole(60, 98) }));
    if (scores.length === 0) return;
    await desk.upload(
      "POST /api/v1/exams/:id/results/import",
      {
        name: "评价成绩.csv",
        content: `座号,姓名,成绩\n${scores.map(({ seat, name, score }) => `${seat},${name},${score}`).join("\n")}\n`,
      },
      { params, about },
    );
    const passed = scores.filter(({ score }) => score >= 60);
    if (passed.length === 0) return;
    const { today } = this.#county.world;
    const given = await desk.do("POST /api/v1/exams/:id/certificates", {
      params,
      about,
      body: {
        kind: "skill-level",
        issuedOn: today,
        certificates: passed.map(({ enrolmentId }) => ({ enrolmentId, number: this.#nextNumber() })),
      },
    });
    for (const { certificateId, number } of given.body.certificates) this.#given.push({ id: certificateId, number });
  }

  #nextNumber(): string {
    this.#serial += 1;
    const region = law().region.code;
    return makeCertificateNumber({
      issuer: "social-body",
      institution: "0001",
      province: region.slice(0, 2),
      site: "000001",
      year: Number(this.#county.world.today.slice(0, 4)),
      level: LEVEL,
      serial: String(this.#serial).padStart(6, "0"),
    });
  }

  async #revoke(): Promise<void> {
    const wrong = this.#given.filter(({ number }) => this.#county.mishap("revoke", `${this.name} ${number}`, 0.001));
    for (const { id, number } of wrong) {
      this.#given.splice(
        this.#given.findIndex((each) => each.id === id),
        1,
      );
      const desk = await this.#county.evaluator.staff.desk();
      await desk.do("POST /api/v1/certificates/:id/revocation", {
        params: { id },
        about: number,
        body: { reason: "复核发现考场违纪" },
      });
    }
  }
}
