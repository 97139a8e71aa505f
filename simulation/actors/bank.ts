/**
 * The bank: pays what stands in the file that finance sent, on the next working day, and gives back a list of how each payment ended; a few come
 * back days after they had arrived. Finance imports it.
 */
import { addDays } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";

export class Bank implements Actor {
  readonly name = "bank";
  readonly #county: County;
  /** Payments that arrived and will come back. */
  readonly #late: { payment: string; yuan: string; on: string }[] = [];
  #references = 0;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "11:40" || !this.#county.isWorkday()) return;
    const { today } = this.#county.world;
    const late = this.#late.filter(({ on }) => on <= today);
    if (late.length > 0) {
      for (const each of late) this.#late.splice(this.#late.indexOf(each), 1);
      const lines = late.map(({ payment, yuan }) => this.#line(payment, yuan, "到账后退回，账户已销户"));
      await this.#send("退回", lines);
    }
    for (const { number, file } of this.#county.bank.splice(0)) {
      const payments = file
        .replace("\uFEFF", "")
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(","))
        .filter(([, , account]) => account !== undefined && account !== "");
      const lines = payments.map(([payment = "", , , , yuan = ""]) => {
        const isReturned = this.#county.mishap("bank-return", `${this.name} ${payment}`, 0.03);
        if (!isReturned && this.#county.mishap("late-return", `${this.name} ${payment}`, 0.01)) {
          const days = this.#county.random(`${this.name} ${payment}`).whole(3, 40);
          this.#late.push({ payment, yuan, on: addDays(today, days) });
        }
        return this.#line(payment, yuan, isReturned ? "户名不符" : null);
      });
      await this.#send(number, lines);
    }
  }

  #line(payment: string, yuan: string, reason: string | null): string {
    this.#references += 1;
    const reference = `YH${String(this.#references).padStart(8, "0")}`;
    return `${payment},${yuan},${reason === null ? "成功" : "退回"},${this.#county.world.today},${reference},${reason ?? ""}`;
  }

  async #send(about: string, lines: readonly string[]): Promise<void> {
    const desk = await this.#county.finance[2]?.desk();
    await desk?.upload(
      "POST /api/v1/bank-returns/import",
      {
        name: "回单.csv",
        content: `付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因\n${lines.join("\n")}\n`,
      },
      { about },
    );
  }
}
