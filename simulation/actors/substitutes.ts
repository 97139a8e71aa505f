/**
 * Relatives who train in another's place: somebody without work of their own declares it with a paper, the bureau confirms it when the relative's
 * group is on record, and the school notes it at the seat.
 */
import { addDays, maskCitizenId } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import { inOrder, whoIs } from "../in-order.ts";
import { PAPER } from "../paper.ts";
import type { Resident } from "../residents.ts";
import { Visitor } from "../visitor.ts";

export class Substitutes implements Actor {
  readonly name = "substitutes";
  readonly #county: County;
  readonly #waiting: { who: Resident; principal: Resident }[];

  /** Every resident without work and without a right of their own has a relative among the unemployed. */
  constructor(county: County) {
    this.#county = county;
    const principals = county.residents.filter(({ unemployed }) => unemployed);
    this.#waiting = county.residents
      .filter(({ unemployed, employed }) => !unemployed && !employed)
      .flatMap((who, n) => {
        const principal = principals[n];
        return principal === undefined ? [] : [{ who, principal }];
      });
  }

  async at(hour: Hour): Promise<void> {
    // Not in the evening, when they sign in for news: one phone gets one code a minute.
    if (hour === "16:40") await this.#declare();
    if (hour === "09:55" && this.#county.isWorkday()) await this.#keepConsents();
    if (hour === "15:00" && this.#county.isWorkday()) await this.#decide();
  }

  async #declare(): Promise<void> {
    const ready = this.#waiting.filter(({ who }) => this.#county.registered.has(who.phone));
    for (const one of ready) {
      if (!this.#county.random(`${this.name} ${one.who.citizenId}`).chance(0.3)) continue;
      const { who, principal } = one;
      const visitor = new Visitor(this.#county.world, `${this.name} ${who.name}`);
      await visitor.signInByPhone(who.phone);
      const paper = await visitor.upload("POST /api/v1/me/evidence", { name: "户口簿.pdf", content: PAPER });
      const { today } = this.#county.world;
      const declared = await visitor.do("POST /api/v1/me/substitutions", {
        about: who.name,
        // Until the office's list of the unemployed names them, or they register.
        may: ["principal-unknown"],
        body: {
          principalName: principal.name,
          principalCitizenId: principal.citizenId,
          relation: "spouse",
          proof: "household-register",
          evidenceFileId: paper.body.id,
          validFrom: today,
          validTo: addDays(today, 365),
        },
      });
      if (declared.status === 200) this.#waiting.splice(this.#waiting.indexOf(one), 1);
    }
  }

  /** Those who are trained for sign a paper at the counter; another officer than the one who keeps it decides. */
  async #keepConsents(): Promise<void> {
    const desk = await this.#county.reviewers[2]?.desk();
    if (!desk) return;
    const { body } = await desk.do("GET /api/v1/substitutions", { query: { limit: 200 } });
    const unsigned = body.rows.filter(({ consent }) => consent === "none");
    for (const { id, person } of inOrder(unsigned, (row) => whoIs(row.person)))
      await desk.upload(
        "POST /api/v1/substitutions/:id/consent-paper",
        { name: "同意书.pdf", content: PAPER },
        { params: { id }, about: person.name },
      );
  }

  async #decide(): Promise<void> {
    const desk = await this.#county.reviewers[3]?.desk();
    if (!desk) return;
    const { body } = await desk.do("GET /api/v1/substitutions", { query: { limit: 200 } });
    const signed = body.rows.filter(({ consent }) => consent !== "none");
    for (const { id, person } of inOrder(signed, (row) => whoIs(row.person))) {
      const decided = await desk.do("POST /api/v1/substitutions/:id/decision", {
        params: { id },
        about: person.name,
        body: { verdict: "confirmed" },
        // The relative's row came late: it waits for the next list.
        may: ["principal-without-group"],
      });
      const who = this.#county.residents.find(
        (each) => each.name === person.name && maskCitizenId(each.citizenId) === person.citizenIdMasked,
      );
      if (decided.status < 400 && who) this.#county.inPlace.set(who.citizenId, id);
    }
  }
}
