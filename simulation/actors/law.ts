/** The bureau as it makes local law: amounts that the county sets, each proposed by one officer and confirmed by another. */
import { addDays, daysBetween } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";

/** In yuan a day: raised in mid-year, and the day comes before it is decided, as papers do. */
const AMOUNTS = [
  { after: 0, name: "livingAllowance.perDayFen", value: 5_000, from: 0 },
  { after: 1, name: "workForTraining.perMonthFen", value: 50_000, from: 0 },
  { after: 150, name: "livingAllowance.perDayFen", value: 6_000, from: 20 },
] as const;

export class Law implements Actor {
  readonly name = "law";
  readonly #county: County;
  #done = 0;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "11:40" || !this.#county.isWorkday()) return;
    const { world, wish } = this.#county;
    const day = daysBetween(wish.start, world.today);
    for (let next = AMOUNTS[this.#done]; next && next.after <= day; next = AMOUNTS[this.#done]) {
      this.#done += 1;
      await this.#set(next);
    }
  }

  async #set({ name, value, from }: (typeof AMOUNTS)[number]): Promise<void> {
    const [first, second] = [await this.#county.reviewers[0]?.desk(), await this.#county.reviewers[1]?.desk()];
    if (!first || !second) return;
    const proposed = await first.do("POST /api/v1/policy/:id/parameters", {
      params: { id: "rugao-2019" },
      about: name,
      body: { name, value, effectiveFrom: addDays(this.#county.world.today, from), source: "局长办公会纪要" },
    });
    await second.do("POST /api/v1/policy-parameters/:id/decision", {
      params: { id: proposed.body.id },
      about: name,
      body: { agreed: true },
    });
  }
}
