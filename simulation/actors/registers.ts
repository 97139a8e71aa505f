/**
 * The offices' registers: who is unemployed or poor, who draws a pension or a benefit. Lists come on the first working days, and each month
 * what has changed; some people's rows come late, so that a claim has to wait for its fact. One officer sends a list, another confirms it.
 */
import type { Actor, County, Hour } from "../county.ts";
import type { Resident } from "../residents.ts";
import { Random } from "../random.ts";

const LATE = 0.1;

interface List {
  subject: "group:registered-unemployed" | "group:registered-poor" | "fact:pension" | "fact:unemployment-benefit";
  head: string;
  /** Null: not on this list. */
  line: (resident: Resident) => string | null;
}

const LISTS: readonly List[] = [
  {
    subject: "group:registered-unemployed",
    head: "姓名,身份证号,登记日期",
    line: ({ name, citizenId, unemployed }) => (unemployed ? `${name},${citizenId},2020-01-06` : null),
  },
  {
    subject: "group:registered-poor",
    head: "姓名,身份证号,认定日期",
    line: ({ name, citizenId, poor }) => (poor ? `${name},${citizenId},2019-11-01` : null),
  },
  {
    subject: "fact:pension",
    head: "姓名,身份证号,是否领取养老金,起始日期",
    line: ({ name, citizenId }) => `${name},${citizenId},否,2020-01-01`,
  },
  {
    // Of those who may have a living allowance; every other one drew the benefit until the middle of March.
    subject: "fact:unemployment-benefit",
    head: "姓名,身份证号,截至日期,领取开始日期,领取结束日期",
    line: ({ name, citizenId, poor, unemployed, phone }) =>
      poor && unemployed
        ? `${name},${citizenId},2020-03-01,${Number(phone) % 2 === 0 ? "2019-12-01,2020-03-15" : ","}`
        : null,
  },
];

export class Registers implements Actor {
  readonly name = "registers";
  readonly #county: County;
  #sentOn = "";

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    const { world, residents, wish } = this.#county;
    if (hour !== "09:55" || !this.#county.isWorkday()) return;
    const isFirst = this.#sentOn === "";
    if (!isFirst && this.#sentOn.slice(0, 7) === world.today.slice(0, 7)) return;
    const month = world.today.slice(0, 7);
    const isLate = (resident: Resident): boolean => new Random(`${wish.seed} late ${resident.citizenId}`).chance(LATE);
    const rows = isFirst ? residents.filter((each) => !isLate(each)) : residents.filter(isLate);
    // The late ones come once, with the second month's list.
    if (!isFirst && this.#sentOn.slice(0, 7) !== wish.start.slice(0, 7)) return;
    this.#sentOn = world.today;
    for (const list of LISTS) await this.#send(list, month, rows);
  }

  async #send({ subject, head, line }: List, month: string, residents: readonly Resident[]): Promise<void> {
    const lines = residents.map(line).filter((each) => each !== null);
    if (lines.length === 0) return;
    const [first, second] = this.#county.reviewers;
    const clerk = await first?.desk();
    const other = await second?.desk();
    if (!clerk || !other) return;
    const sent = await clerk.upload(
      "POST /api/v1/fact-imports",
      { name: "名册.csv", content: `${head}\n${lines.join("\n")}\n` },
      { query: { subject, source: `${month} 导出` }, about: subject },
    );
    await this.#county.world.settle();
    const params = { id: sent.body.id };
    await clerk.do("POST /api/v1/fact-imports/:id/submission", { params, about: subject, body: { rows: "good" } });
    await other.do("POST /api/v1/fact-imports/:id/confirmation", { params, about: subject });
    await this.#county.world.settle();
  }
}
