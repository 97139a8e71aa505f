/** The bureau's officers: decide on filings. */
import type { Actor, County, Hour } from "../county.ts";

export class Bureau implements Actor {
  readonly name = "bureau";
  readonly #county: County;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "09:30" || !this.#county.isWorkday()) return;
    const officer = this.#county.random(this.name).pick(this.#county.reviewers);
    const desk = await officer.desk();
    const queue = await desk.do("GET /api/v1/classes/queue", { query: { limit: 200 } });
    for (const { id, number } of queue.body.rows)
      await desk.do("POST /api/v1/classes/:id/decision", {
        params: { id },
        about: number,
        body: { verdict: "approve" },
      });
  }
}
