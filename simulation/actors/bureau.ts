/** The bureau's officers beside the reviews: the counter, filings, doubts about what was approved, objections and appeals. */
import { daysBetween } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import type { Staff } from "../staff.ts";

export class Bureau implements Actor {
  readonly name = "bureau";
  readonly #county: County;
  readonly #doubts: { id: string; number: string }[] = [];
  readonly #doubted = new Set<string>();

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    // Who does the first reviews of a day does not do its second ones.
    const turn = daysBetween(this.#county.wish.start, this.#county.world.today);
    const officer = (n: number): Staff => {
      const staff = this.#county.reviewers[(turn + n) % this.#county.reviewers.length];
      if (!staff) throw new Error("the bureau has officers");
      return staff;
    };
    if (hour === "09:55") {
      await this.#counter(officer(3));
      await this.#filings(officer(1));
      await this.#doubt(officer(2));
    }
    if (hour === "15:00") {
      await this.#settleDoubts(officer(3));
      await this.#answerObjections();
    }
  }

  /** People with their identity card in hand, whom others wrote down without a phone. */
  async #counter(officer: Staff): Promise<void> {
    for (const { name, citizenId, phone } of this.#county.counter.splice(0)) {
      const desk = await officer.desk();
      const { body } = await desk.do("POST /api/v1/people/search", { body: { citizenId } });
      const [found] = body.rows;
      if (!found) throw new Error(`${name} is not found by number`);
      await desk.do("PUT /api/v1/people/:id/phone", {
        params: { id: found.id },
        about: name,
        body: { phone, reason: "本人持身份证原件到窗口" },
      });
    }
  }

  async #filings(officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const queue = await desk.do("GET /api/v1/classes/queue", { query: { limit: 200 } });
    for (const { id, number } of queue.body.rows)
      await desk.do("POST /api/v1/classes/:id/decision", {
        params: { id },
        about: number,
        body: { verdict: "approve" },
      });
  }

  /** An officer contests what two have approved; another decides on it. */
  async #doubt(officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const { body } = await desk.do("GET /api/v1/claims", { query: { state: "publicised", limit: 200 } });
    for (const { id, number } of inOrder(body.rows, (row) => row.number)) {
      if (this.#doubted.has(number) || !this.#county.mishap("cancel", `${this.name} ${number}`, 0.01)) continue;
      this.#doubted.add(number);
      const asked = await desk.do("POST /api/v1/claims/:id/cancellations", {
        params: { id },
        about: number,
        body: { reason: "培训档案与申请不一致" },
      });
      this.#doubts.push({ id: asked.body.id, number });
    }
  }

  async #settleDoubts(officer: Staff): Promise<void> {
    for (const { id, number } of this.#doubts.splice(0)) {
      const desk = await officer.desk();
      const agreed = this.#county.random(`${this.name} ${number}`).chance(0.5);
      await desk.do("POST /api/v1/cancellations/:id/decision", { params: { id }, about: number, body: { agreed } });
    }
  }

  /** By an officer who reviewed nothing of the claim. */
  async #answerObjections(): Promise<void> {
    for (const officer of this.#county.reviewers) {
      const desk = await officer.desk();
      const { body } = await desk.do("GET /api/v1/objections", { query: { open: "true", limit: 200 } });
      if (body.rows.length === 0) return;
      for (const row of inOrder(body.rows, (each) => each.claimNumber)) {
        if (!row.mayAnswer) continue;
        const upheld = this.#county.random(`${this.name} objection ${row.claimNumber}`).chance(0.5);
        await desk.do("POST /api/v1/objections/:id/answer", {
          params: { id: row.id },
          about: row.claimNumber,
          body: { upheld, answer: upheld ? "经查，本人确未参加，不予补贴。" : "经查，有签到和考核记录，维持原决定。" },
        });
      }
    }
  }
}
