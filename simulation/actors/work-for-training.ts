/** An enterprise that took on people of poor households: it claims for the months in which they learn at work, and asks for some months too many. */
import { maskCitizenId, weekday } from "@jinengtong/standards";
import type { Actor, County, Enterprise as Firm, Hour } from "../county.ts";
import { inOrder, whoIs } from "../in-order.ts";

/** Six are paid: the second claim is for more than are left. */
const MONTHS = 4;
const CLAIMS = 2;

export class WorkForTraining implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #firm: Firm;
  readonly #poor: ReadonlySet<string>;
  readonly #claims = new Map<string, number>();

  constructor(county: County, firm: Firm) {
    this.name = `${firm.staff.username} work-for-training`;
    this.#county = county;
    this.#firm = firm;
    this.#poor = new Set(
      county.residents
        .filter(({ poor, employed }) => poor && employed)
        .map(({ name, citizenId }) => whoIs({ name, citizenIdMasked: maskCitizenId(citizenId) })),
    );
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "16:40" || !this.#county.isWorkday() || weekday(this.#county.world.today) !== 3) return;
    const desk = await this.#firm.staff.desk();
    const params = { id: this.#firm.organisationId };
    const { body } = await desk.do("GET /api/v1/organisations/:id/employees", { params, query: { limit: 200 } });
    for (const row of inOrder(body.rows, whoIs)) {
      const who = whoIs(row);
      const before = this.#claims.get(who) ?? 0;
      if (row.leftOn !== null || !this.#poor.has(who) || before === CLAIMS) continue;
      if (!this.#county.random(`${this.name} ${who}`).chance(0.2)) continue;
      const made = await desk.do("POST /api/v1/claims", {
        about: `${row.name} work-for-training`,
        body: { benefit: "work-for-training", personId: row.personId, stated: { months: MONTHS } },
        // Trained for the job already, at the same enterprise.
        may: ["not-entitled", "consent-withdrawn"],
      });
      if (made.status < 400) this.#claims.set(who, before + 1);
    }
  }
}
