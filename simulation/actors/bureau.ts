/** The bureau's officers: decide on filings, review claims in two rounds, answer objections. */
import { daysBetween } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import type { Staff } from "../staff.ts";

export class Bureau implements Actor {
  readonly name = "bureau";
  readonly #county: County;

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
    if (hour === "09:30") {
      await this.#filings(officer(1));
      await this.#review("submitted", officer(0));
    }
    if (hour === "15:00") await this.#review("first-passed", officer(1));
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

  /** What is due first comes first; a claim of which this officer did the first review is another's. */
  async #review(state: "submitted" | "first-passed", officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const query = { state, reviewable: true, limit: 200 };
    const { body } = await desk.do("GET /api/v1/claims", { query });
    for (const claim of body.rows.toSorted((a, b) => (a.number < b.number ? -1 : 1))) {
      if (claim.openObjections > 0 || claim.held) continue;
      const route =
        state === "submitted" ? "POST /api/v1/claims/:id/first-review" : "POST /api/v1/claims/:id/second-review";
      const isReturned = this.#county.mishap("return", `${this.name} ${claim.number}`, 0.03);
      await desk.do(route, {
        params: { id: claim.id },
        about: claim.number,
        body: isReturned
          ? { verdict: "return", reason: "请核对收款账户后重新提交" }
          : { verdict: "pass", ...(claim.askedFen === null ? {} : { amountFen: claim.askedFen }) },
      });
    }
  }
}
