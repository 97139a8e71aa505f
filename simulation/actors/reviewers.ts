/**
 * The reviewers: claims in two rounds, one by one or many at once with a sample. They return some, refuse one wrongly, and demand back what was
 * too much.
 */
import { daysBetween, weekday } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import type { Staff } from "../staff.ts";

type Round = 1 | 2;
const STATES = { 1: "submitted", 2: "first-passed" } as const;
/** A claim whose grounds are true no longer is refused. */
const NOT_ANY_MORE: readonly string[] = ["not-granted", "no-longer-granted"];
/** Where so many wait they are passed together. */
const MANY = 8;

export class Reviewers implements Actor {
  readonly name = "reviewers";
  readonly #county: County;
  readonly #looked = new Set<string>();

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    if (hour === "09:55") await this.#review(1, this.#officer(0));
    if (hour === "15:00") await this.#review(2, this.#officer(1));
    if (hour === "16:40" && weekday(this.#county.world.today) === 5) await this.#demandBack(this.#officer(2));
  }

  /** Some of what was paid turns out to be too much. */
  async #demandBack(officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const { body } = await desk.do("GET /api/v1/claims", { query: { state: "paid", limit: 200 } });
    for (const { id, number, approvedFen } of inOrder(body.rows, (row) => row.number)) {
      if (this.#looked.has(number)) continue;
      this.#looked.add(number);
      if (!this.#county.mishap("too-much", `${this.name} ${number}`, 0.02)) continue;
      const part = this.#county.random(`${this.name} ${number}`).chance(0.5);
      await desk.do("POST /api/v1/claims/:id/clawbacks", {
        params: { id },
        about: number,
        body: {
          amountFen: part ? Math.round((approvedFen ?? 0) / 4) : (approvedFen ?? 0),
          reason: "课时核减，多付部分退回",
        },
      });
    }
  }

  /** Who does the first reviews of a day does not do its second ones. */
  #officer(n: number): Staff {
    const turn = daysBetween(this.#county.wish.start, this.#county.world.today);
    const staff = this.#county.reviewers[(turn + n) % this.#county.reviewers.length];
    if (!staff) throw new Error("the bureau has officers");
    return staff;
  }

  /** A claim of which this officer did the first review is another's. */
  async #review(round: Round, officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const query = { state: STATES[round], reviewable: "true" as const, limit: 200 };
    let { body } = await desk.do("GET /api/v1/claims", { query });
    if (body.rows.length >= MANY) {
      await this.#passMany(round, officer);
      ({ body } = await desk.do("GET /api/v1/claims", { query }));
    }
    for (const claim of inOrder(body.rows, (row) => row.number)) {
      if (claim.openObjections > 0 || claim.held) continue;
      const route = round === 1 ? "POST /api/v1/claims/:id/first-review" : "POST /api/v1/claims/:id/second-review";
      const to = { params: { id: claim.id }, about: claim.number };
      const answer = await desk.do(route, { ...to, body: this.#verdict(claim), may: NOT_ANY_MORE });
      if (NOT_ANY_MORE.includes(answer.code))
        await desk.do(route, { ...to, body: { verdict: "refuse", reason: "按最新记录不能享受" } });
    }
  }

  #verdict({ number, askedFen }: { number: string; askedFen: number | null }) {
    if (this.#county.mishap("return", `${this.name} ${number}`, 0.03))
      return { verdict: "return" as const, reason: "请核对收款账户后重新提交" };
    if (this.#county.mishap("refuse", `${this.name} ${number}`, 0.02))
      return { verdict: "refuse" as const, reason: "系统外核查认为不符合条件" };
    return { verdict: "pass" as const, ...(askedFen === null ? {} : { amountFen: askedFen }) };
  }

  /** Opens each claim of the sample, then passes all. */
  async #passMany(round: Round, officer: Staff): Promise<void> {
    const desk = await officer.desk();
    const drawn = await desk.do("POST /api/v1/review-batches", {
      about: `round ${round}`,
      body: { round },
      may: ["not-batchable"],
    });
    if (drawn.status >= 400) return;
    const params = { id: drawn.body.id };
    for (const { claimId, number } of inOrder(drawn.body.sample, (row) => row.number))
      await desk.do("POST /api/v1/review-batches/:id/openings", {
        params,
        about: `round ${round}, ${number.slice(0, 4)}`,
        body: { claimId, note: "证书、考勤、账户一致" },
      });
    await desk.do("POST /api/v1/review-batches/:id/passing", { params, about: `round ${round}` });
  }
}
