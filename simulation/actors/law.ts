/**
 * The bureau as it makes local law: amounts that the county sets, each proposed by one officer and confirmed by another. One is raised from a
 * day that has passed: what was decided since is decided again, and the list of it is signed by both.
 */
import { addDays, daysBetween } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";

/** In yuan a day: raised in mid-year, and the day comes before it is decided, as papers do. */
const AMOUNTS = [
  { after: 0, name: "livingAllowance.perDayFen", value: 5_000, from: 0, again: false },
  { after: 1, name: "workForTraining.perMonthFen", value: 50_000, from: 0, again: false },
  { after: 16, name: "workForTraining.perMonthFen", value: 60_000, from: -12, again: true },
  { after: 150, name: "livingAllowance.perDayFen", value: 6_000, from: 20, again: false },
] as const;

const POLICY = "rugao-2019";

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

  async #set({ name, value, from, again }: (typeof AMOUNTS)[number]): Promise<void> {
    const [first, second] = [await this.#county.reviewers[0]?.desk(), await this.#county.reviewers[1]?.desk()];
    if (!first || !second) return;
    const effectiveFrom = addDays(this.#county.world.today, from);
    const proposed = await first.do("POST /api/v1/policy/:id/parameters", {
      params: { id: POLICY },
      about: name,
      body: { name, value, effectiveFrom, source: "局长办公会纪要" },
    });
    await second.do("POST /api/v1/policy-parameters/:id/decision", {
      params: { id: proposed.body.id },
      about: name,
      body: { agreed: true },
    });
    if (!again) return;
    const asked = await first.do("POST /api/v1/redecisions", {
      about: name,
      body: {
        policyId: POLICY,
        cause: { kind: "parameter", parameterId: proposed.body.id },
        from: effectiveFrom,
        because: "局长办公会纪要：自该日起提高标准",
      },
    });
    await this.#county.world.settle();
    const params = { id: asked.body.id };
    for (const desk of [first, second]) {
      const { body } = await desk.do("GET /api/v1/redecisions/:id", { params });
      const { changed, moreFen, lessFen } = body.sums;
      await desk.do("POST /api/v1/redecisions/:id/signature", {
        params,
        about: name,
        body: { changed, moreFen, lessFen },
      });
    }
    await this.#county.world.settle();
  }
}
