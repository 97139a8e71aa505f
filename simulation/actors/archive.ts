/** Officers who keep the records of persons: two records of one person become one, after the identity card was seen and a second officer agreed. */
import type { Actor, County, Hour } from "../county.ts";

export class Archive implements Actor {
  readonly name = "archive";
  readonly #county: County;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "16:40" || !this.#county.isWorkday()) return;
    const { mistaken, world } = this.#county;
    for (const mistake of mistaken.filter(({ noticedOn }) => noticedOn <= world.today)) {
      mistaken.splice(mistaken.indexOf(mistake), 1);
      await this.#join(mistake);
    }
  }

  async #join({ resident, wrong }: County["mistaken"][number]): Promise<void> {
    const [clerk, second] = [await this.#county.reviewers[2]?.desk(), await this.#county.reviewers[3]?.desk()];
    if (!clerk || !second) return;
    const about = resident.name;
    const found = await clerk.do("POST /api/v1/people/search", { body: { citizenId: wrong } });
    const [record] = found.body.rows;
    if (!record) throw new Error(`${about}'s second record is not found`);
    const asked = await clerk.do("POST /api/v1/people/:id/joins", {
      params: { id: record.id },
      about,
      body: { citizenId: resident.citizenId, reason: "核对身份证原件，花名册上的号码录错" },
      // In two classes at once: the attendance is put right first, which nobody does here.
      may: ["present-in-two-places", "person-held"],
    });
    if (asked.status >= 400) return;
    await second.do("POST /api/v1/person-joins/:id/decision", {
      params: { id: asked.body.id },
      about,
      body: { agreed: true },
      may: ["present-in-two-places", "person-held"],
    });
  }
}
