/** Finance: receives quota and money, makes a batch each Monday, has another officer release it, and sends it to the bank. */
import { weekday } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";

const FUNDS_FEN = 2_000_000;

export class Finance implements Actor {
  readonly name = "finance";
  readonly #county: County;
  #sourceId = "";
  #batch: { id: string; number: string } | null = null;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    if (hour === "07:50" && this.#sourceId === "") await this.#open();
    if (hour === "09:30" && weekday(this.#county.world.today) === 1) await this.#makeBatch();
    if (hour === "11:40") await this.#repayments();
    if (hour === "15:00" && this.#batch !== null) await this.#release(this.#batch);
  }

  async #desk(n: number) {
    const staff = this.#county.finance[n];
    if (!staff) throw new Error("finance has three officers");
    return staff.desk();
  }

  /** Money for everybody's training, at twice the usual price. */
  async #open(): Promise<void> {
    const desk = await this.#desk(0);
    const { wish, world } = this.#county;
    const { body } = await desk.do("POST /api/v1/fund/sources", {
      body: { code: "ZJ-01", name: "职业技能提升行动专账", openedOn: world.today, drawOrder: 1 },
    });
    this.#sourceId = body.id;
    for (const movement of ["quota-issued", "funded"] as const)
      await desk.do("POST /api/v1/fund/sources/:id/movements", {
        params: { id: body.id },
        about: movement,
        body: { movement, amountFen: FUNDS_FEN * wish.people, postedOn: world.today, voucher: `${movement}-1` },
      });
  }

  /** People pay back what was demanded within some days; another officer than who demanded it confirms. */
  async #repayments(): Promise<void> {
    const desk = await this.#desk(2);
    const { body } = await desk.do("GET /api/v1/clawbacks", { query: { state: "demanded", limit: 200 } });
    for (const { id, claimNumber } of body.rows.toSorted((a, b) => (a.claimNumber < b.claimNumber ? -1 : 1))) {
      if (!this.#county.random(`repays ${claimNumber}`).chance(0.15)) continue;
      await desk.do("POST /api/v1/clawbacks/:id/repayment", {
        params: { id },
        about: claimNumber,
        body: { on: this.#county.world.today, voucher: `SK-${claimNumber}` },
      });
    }
  }

  async #makeBatch(): Promise<void> {
    const desk = await this.#desk(0);
    const waiting = await desk.do("GET /api/v1/fund/payables", { query: { limit: 1 } });
    if ((waiting.body.total ?? 0) === 0) return;
    const made = await desk.do("POST /api/v1/payment-batches", {
      body: { sourceId: this.#sourceId },
      may: ["nothing-to-pay"],
    });
    if (made.status >= 400) return;
    this.#batch = { id: made.body.id, number: made.body.number };
    await desk.do("POST /api/v1/payment-batches/:id/submission", {
      params: { id: made.body.id },
      about: made.body.number,
    });
  }

  async #release({ id, number }: { id: string; number: string }): Promise<void> {
    const desk = await this.#desk(1);
    await desk.do("POST /api/v1/payment-batches/:id/release", { params: { id }, about: number });
    await desk.do("POST /api/v1/payment-batches/:id/dispatch", { params: { id }, about: number });
    this.#batch = null;
    const file = await desk.do("POST /api/v1/payment-batches/:id/bank-file", { params: { id }, about: number });
    this.#county.bank.push({ number, file: String(file.body) });
  }
}
