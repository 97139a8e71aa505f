/** An enterprise that orders a class at the vocational school, and claims for it once it is over. */
import { weekday } from "@jinengtong/standards";
import type { Actor, County, Enterprise as Firm, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import { PAPER } from "../paper.ts";

export class OrderClasses implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #firm: Firm;
  readonly #claimed = new Set<string>();
  #ordered = false;

  constructor(county: County, firm: Firm) {
    this.name = `${firm.staff.username} order-classes`;
    this.#county = county;
    this.#firm = firm;
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    if (hour === "11:40" && !this.#ordered) this.#order();
    if (hour === "16:40" && weekday(this.#county.world.today) === 2) await this.#claim();
  }

  #order(): void {
    const school = this.#county.schools[1];
    this.#ordered = true;
    this.#county.orders.push({
      school: school?.staff.username ?? "",
      enterpriseId: this.#firm.organisationId,
      benefit: "order-class",
      learners: null,
    });
  }

  async #claim(): Promise<void> {
    const desk = await this.#firm.staff.desk();
    const { body } = await desk.do("GET /api/v1/classes", { query: { state: "completed", benefit: "order-class" } });
    for (const { id, number } of inOrder(body.rows, (row) => row.number)) {
      if (this.#claimed.has(number)) continue;
      this.#claimed.add(number);
      const paper = await desk.upload(
        "POST /api/v1/papers",
        { name: "订单培训协议.pdf", content: PAPER },
        { query: { kind: "order-agreement" }, about: number },
      );
      await desk.do("POST /api/v1/claims", {
        about: number,
        body: {
          benefit: "order-class",
          classId: id,
          stated: { costPerHeadFen: 90_000 },
          evidenceFileIds: [paper.body.id],
        },
        // Of twenty who began, some didn't finish, or were written down twice.
        may: ["not-entitled"],
      });
    }
  }
}
