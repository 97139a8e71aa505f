/**
 * The offices' registers: who is unemployed, who draws a pension. Lists come on the first working days, and each month what has changed; some
 * people's rows come late, so that a claim has to wait for its fact. One officer sends a list, another confirms it.
 */
import type { Actor, County, Hour } from "../county.ts";
import type { Resident } from "../residents.ts";
import { Random } from "../random.ts";

const LATE = 0.1;

export class Registers implements Actor {
  readonly name = "registers";
  readonly #county: County;
  #sentOn = "";

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    const { world, residents, wish } = this.#county;
    if (hour !== "09:30" || !this.#county.isWorkday()) return;
    const isFirst = this.#sentOn === "";
    if (!isFirst && this.#sentOn.slice(0, 7) === world.today.slice(0, 7)) return;
    const month = world.today.slice(0, 7);
    const isLate = (resident: Resident): boolean => new Random(`${wish.seed} late ${resident.citizenId}`).chance(LATE);
    const rows = isFirst ? residents.filter((each) => !isLate(each)) : residents.filter(isLate);
    // The late ones come once, with the second month's list.
    if (!isFirst && this.#sentOn.slice(0, 7) !== wish.start.slice(0, 7)) return;
    this.#sentOn = world.today;
    await this.#send(
      "group:registered-unemployed",
      `姓名,身份证号,登记日期\n`,
      month,
      (each) => {
        return each.unemployed ? `${each.name},${each.citizenId},2020-01-06` : null;
      },
      rows,
    );
    await this.#send(
      "fact:pension",
      `姓名,身份证号,是否领取养老金,起始日期\n`,
      month,
      (each) => {
        return `${each.name},${each.citizenId},否,2020-01-01`;
      },
      rows,
    );
  }

  async #send(
    subject: "group:registered-unemployed" | "fact:pension",
    head: string,
    month: string,
    line: (each: Resident) => string | null,
    residents: readonly Resident[],
  ): Promise<void> {
    const lines = residents.map(line).filter((each) => each !== null);
    if (lines.length === 0) return;
    const [first, second] = this.#county.reviewers;
    const clerk = await first?.desk();
    const other = await second?.desk();
    if (!clerk || !other) return;
    const sent = await clerk.upload(
      "POST /api/v1/fact-imports",
      { name: "名册.csv", content: `${head}${lines.join("\n")}\n` },
      { query: { subject, source: `${month} 导出` }, about: subject },
    );
    await this.#county.world.settle();
    const params = { id: sent.body.id };
    await clerk.do("POST /api/v1/fact-imports/:id/submission", { params, about: subject, body: { rows: "good" } });
    await other.do("POST /api/v1/fact-imports/:id/confirmation", { params, about: subject });
    await this.#county.world.settle();
  }
}
