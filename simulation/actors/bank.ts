/**
 * The bank: pays what stands in the file that finance sent, on the next working day, and gives back a list of how each payment ended.
 * Finance imports it.
 */
import type { Actor, County, Hour } from "../county.ts";

export class Bank implements Actor {
  readonly name = "bank";
  readonly #county: County;
  #references = 0;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "11:40" || !this.#county.isWorkday()) return;
    const desk = await this.#county.finance[2]?.desk();
    if (!desk) return;
    for (const { number, file } of this.#county.bank.splice(0)) {
      const payments = file
        .replace("\uFEFF", "")
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(","))
        .filter(([, , account]) => account !== undefined && account !== "");
      const lines = payments.map(([payment = "", , , , yuan = ""]) => {
        this.#references += 1;
        const isReturned = this.#county.mishap("bank-return", `${this.name} ${payment}`, 0.03);
        const reference = `YH${String(this.#references).padStart(8, "0")}`;
        return `${payment},${yuan},${isReturned ? "退回" : "成功"},${this.#county.world.today},${reference},${isReturned ? "户名不符" : ""}`;
      });
      await desk.upload(
        "POST /api/v1/bank-returns/import",
        {
          name: "回单.csv",
          content: `付款编号,金额（元）,处理结果,处理日期,银行流水号,退回原因\n${lines.join("\n")}\n`,
        },
        { about: number },
      );
    }
  }
}
