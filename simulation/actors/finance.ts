/** Finance: receives quota and money, makes a batch each Monday, has another officer release it, and sends it to the bank. */
import { weekday } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import type { Visitor } from "../visitor.ts";

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
    if (hour === "09:55" && weekday(this.#county.world.today) === 1) await this.#makeBatch();
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
    const params = { id: body.id };
    const record = (movement: "quota-issued" | "funded", fen: number) =>
      desk.do("POST /api/v1/fund/sources/:id/movements", {
        params,
        about: movement,
        body: { movement, amountFen: fen, postedOn: world.today, voucher: `${movement}-1` },
      });
    await record("quota-issued", FUNDS_FEN * wish.people);
    if (this.#county.mishap("wrong-inflow", this.name, 0.5)) {
      await record("funded", FUNDS_FEN * wish.people * 10);
      await this.#undoInflow();
    }
    await record("funded", FUNDS_FEN * wish.people);
  }

  /** A zero too many: another officer agrees to undo it, and the voucher is booked as it should be. */
  async #undoInflow(): Promise<void> {
    const [maker, other] = [await this.#desk(0), await this.#desk(1)];
    const { today } = this.#county.world;
    const { body } = await maker.do("GET /api/v1/fund/sources/:id/entries", {
      params: { id: this.#sourceId },
      query: { from: today, to: today },
    });
    const wrong = body.rows.find((row) => row.book === "cash" && row.correctable);
    const about = "funded-1";
    const asked = await maker.do("POST /api/v1/fund/entries/:id/correction", {
      params: { id: wrong?.entryId ?? "" },
      about,
      body: { reason: "金额多录一个零" },
    });
    await other.do("POST /api/v1/fund/corrections/:id/decision", {
      params: { id: asked.body.id },
      about,
      body: { agreed: true },
    });
  }

  /** People pay back what was demanded within some days; another officer than who demanded it confirms. */
  async #repayments(): Promise<void> {
    const desk = await this.#desk(2);
    const { body } = await desk.do("GET /api/v1/clawbacks", { query: { state: "demanded", limit: 200 } });
    for (const { id, claimNumber } of inOrder(body.rows, (row) => row.claimNumber)) {
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
    await this.#takeOut(desk, this.#batch);
    await desk.do("POST /api/v1/payment-batches/:id/submission", {
      params: { id: made.body.id },
      about: made.body.number,
    });
  }

  /** One payment looks odd and waits for the next batch; the others go. */
  async #takeOut(desk: Visitor, { id, number }: { id: string; number: string }): Promise<void> {
    if (!this.#county.mishap("taken-out", `${this.name} ${number}`, 0.3)) return;
    const { body } = await desk.do("GET /api/v1/payment-batches/:id", { params: { id }, query: { limit: 200 } });
    const payments = body.payments.rows;
    if (payments.length < 2) return;
    const [odd] = inOrder(payments, (row) => row.number);
    await desk.do("POST /api/v1/payments/:id/removal", {
      params: { id: odd?.id ?? "" },
      about: odd?.number ?? "",
      body: { reason: "收款人户名待核实" },
    });
  }

  async #release({ id, number }: { id: string; number: string }): Promise<void> {
    const desk = await this.#desk(1);
    this.#batch = null;
    await desk.do("POST /api/v1/payment-batches/:id/release", { params: { id }, about: number });
    await desk.do("POST /api/v1/payment-batches/:id/dispatch", { params: { id }, about: number });
    const file = await desk.do("POST /api/v1/payment-batches/:id/bank-file", { params: { id }, about: number });
    this.#county.bank.push({ number, file: String(file.body) });
  }
}
