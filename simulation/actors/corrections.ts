/**
 * Residents who find that a register says something wrong about them, or nothing: they ask for it to be put right, and an officer of the office
 * that keeps the register records it anew or says why not.
 */
import type { Actor, County, Hour } from "../county.ts";
import { inOrder, whoIs } from "../in-order.ts";
import type { Resident } from "../residents.ts";
import { Visitor } from "../visitor.ts";

export class Corrections implements Actor {
  readonly name = "corrections";
  readonly #county: County;
  readonly #content: Resident[];

  constructor(county: County) {
    this.#county = county;
    this.#content = county.residents.filter(({ unemployed }) => unemployed);
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    if (hour === "16:40") await this.#ask();
    if (hour === "09:55") await this.#answer();
  }

  async #ask(): Promise<void> {
    const noticing = this.#content.filter(
      ({ phone, citizenId }) =>
        this.#county.registered.has(phone) && this.#county.mishap("wrong-fact", `${this.name} ${citizenId}`, 0.01),
    );
    for (const resident of noticing) {
      this.#content.splice(this.#content.indexOf(resident), 1);
      const visitor = new Visitor(this.#county.world, `${this.name} ${resident.name}`);
      await visitor.signInByPhone(resident.phone);
      const { body } = await visitor.do("GET /api/v1/me/record");
      const wrong = body.facts.find(({ kind, replacedBy }) => kind === "pension" && replacedBy === null);
      await visitor.do("POST /api/v1/me/corrections", {
        about: resident.name,
        body: {
          about: "pension",
          factId: wrong?.id ?? null,
          wish: wrong ? "起始日期不对，应为 2019 年 12 月" : "名册里没有我，我没有按月领取养老金",
        },
      });
    }
  }

  async #answer(): Promise<void> {
    const desk = await this.#county.reviewers[2]?.desk();
    if (!desk) return;
    const { body } = await desk.do("GET /api/v1/fact-corrections", { query: { limit: 200 } });
    for (const { id, person } of inOrder(body.rows, (row) => whoIs(row.person))) {
      const isRight = this.#county.random(`${this.name} ${whoIs(person)}`).chance(0.7);
      await desk.do("POST /api/v1/fact-corrections/:id/decision", {
        params: { id },
        about: person.name,
        body: isRight
          ? {
              verdict: "accepted",
              answer: "与养老保险系统核对，情况属实",
              source: "养老保险系统查询",
              fact: { kind: "pension", value: { from: "2019-12-01", to: null, monthlyPension: false } },
            }
          : { verdict: "declined", answer: "与养老保险系统核对，原记录无误" },
      });
    }
  }
}
