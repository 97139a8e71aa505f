/**
 * An enterprise: reports its staff by a list, puts a wrong day right, orders classes for new and old hands, and claims for each who earned a
 * certificate. Somebody leaves now and then.
 */
import { addDays, weekday } from "@jinengtong/standards";
import type { Actor, County, Enterprise as Firm, Hour } from "../county.ts";
import { inOrder, whoIs } from "../in-order.ts";
import type { Resident } from "../residents.ts";
import { resubmit } from "../resubmit.ts";
import type { Visitor } from "../visitor.ts";

const SMALLEST_ORDER = 3;
const LARGEST_ORDER = 15;
const HIRED_ON = "2020-01-15";

export class Enterprise implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #firm: Firm;
  readonly #staff: Resident[];
  readonly #toOrder: Resident[];
  readonly #claimed = new Set<string>();
  readonly #appealed = new Set<string>();
  #reported = false;
  #orders = 0;

  constructor(county: County, firm: Firm, staff: readonly Resident[]) {
    this.name = firm.staff.username;
    this.#county = county;
    this.#firm = firm;
    this.#staff = [...staff];
    this.#toOrder = [...staff];
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday() || this.#staff.length === 0) return;
    if (hour === "09:55" && !this.#reported) await this.#report();
    if (hour === "15:00" && this.#reported) {
      await this.#order();
      await this.#settleClaims();
      if (weekday(this.#county.world.today) === 4) {
        await this.#confirm();
        await this.#claim();
        await this.#leave();
      }
    }
  }

  /** All staff in one list; for the first of them the day of hiring is wrong and put right. */
  async #report(): Promise<void> {
    const desk = await this.#firm.staff.desk();
    const params = { id: this.#firm.organisationId };
    const isWrong = this.#county.mishap("wrong-hiring", this.name, 0.5);
    const rows = this.#staff.map(
      ({ name, citizenId, phone }, n) =>
        `${name},${citizenId},${phone},${isWrong && n === 0 ? "2019-01-15" : HIRED_ON},24个月`,
    );
    await desk.upload(
      "POST /api/v1/organisations/:id/employee-imports",
      { name: "职工.csv", content: `姓名,身份证号,手机号,入职日期,劳动合同期\n${rows.join("\n")}\n` },
      { params, about: this.#firm.name },
    );
    this.#reported = true;
    if (!isWrong) return;
    const { body } = await desk.do("GET /api/v1/organisations/:id/employees", { params, query: { limit: 200 } });
    const wrong = body.rows.find((row) => row.hiredOn !== HIRED_ON);
    if (wrong)
      await desk.do("PUT /api/v1/organisations/:id/employees/:personId", {
        params: { ...params, personId: wrong.personId },
        about: wrong.name,
        body: { hiredOn: HIRED_ON, leftOn: null, contractMonths: 24, reason: "年份录错" },
      });
  }

  /** A class at a school for some of the staff: for the newly hired first, later on the job. */
  async #order(): Promise<void> {
    if (
      this.#county.orders.some(
        ({ enterpriseId, learners }) => enterpriseId === this.#firm.organisationId && learners !== null,
      )
    )
      return;
    if (!this.#county.random(this.name).chance(0.1) || this.#toOrder.length < SMALLEST_ORDER) return;
    const learners = this.#toOrder.splice(0, LARGEST_ORDER);
    const school = this.#county.schools[this.#orders % this.#county.schools.length];
    this.#orders += 1;
    this.#county.orders.push({
      school: school?.staff.username ?? "",
      enterpriseId: this.#firm.organisationId,
      benefit: this.#orders % 2 === 1 ? "pre-job" : "on-job",
      learners,
    });
  }

  /** Confirms the claims that the platform prepared, where nothing is missing. */
  async #confirm(): Promise<void> {
    const desk = await this.#firm.staff.desk();
    const { body } = await desk.do("GET /api/v1/claims", { query: { state: "prepared", limit: 200 } });
    for (const { id, number, outcome } of inOrder(body.rows, (row) => row.number)) {
      if (outcome !== "granted") continue;
      await desk.do("POST /api/v1/claims/:id/confirmation", {
        params: { id },
        about: number,
        body: {},
        may: ["consent-withdrawn"],
      });
    }
  }

  /** The grounds on which the enterprise may claim for each of its employees, as the platform says. */
  async #claim(): Promise<void> {
    const desk = await this.#firm.staff.desk();
    const params = { id: this.#firm.organisationId };
    const { body } = await desk.do("GET /api/v1/organisations/:id/employees", { params, query: { limit: 200 } });
    for (const { personId, name, leftOn } of inOrder(body.rows, whoIs)) {
      if (leftOn !== null) continue;
      for (const benefit of ["pre-job", "on-job"] as const) await this.#claimFor(desk, personId, name, benefit);
    }
  }

  async #claimFor(desk: Visitor, personId: string, name: string, benefit: string): Promise<void> {
    const { body } = await desk.do("GET /api/v1/claim-grounds", { query: { benefit, personId } });
    for (const { certificateId, claim, prepared } of body.grounds) {
      if (certificateId === null || claim !== null || prepared !== null || this.#claimed.has(certificateId)) continue;
      const made = await desk.do("POST /api/v1/claims", {
        about: `${name} ${benefit}`,
        body: { benefit, certificateId },
        // Claimed for the same occupation before; no consent yet.
        may: ["not-entitled", "consent-withdrawn"],
      });
      if (made.status >= 400) continue;
      this.#claimed.add(certificateId);
      // Two certificates of one class are one ground.
      return;
    }
  }

  /** Returned claims go back as they are; a refusal is appealed. */
  async #settleClaims(): Promise<void> {
    const desk = await this.#firm.staff.desk();
    const returned = await desk.do("GET /api/v1/claims", { query: { state: "returned", limit: 200 } });
    for (const { id, number } of inOrder(returned.body.rows, (row) => row.number)) await resubmit(desk, { id }, number);
    const refused = await desk.do("GET /api/v1/claims", { query: { state: "refused", limit: 200 } });
    for (const { id, number } of inOrder(refused.body.rows, (row) => row.number)) {
      if (this.#appealed.has(id)) continue;
      this.#appealed.add(id);
      await desk.do("POST /api/v1/claims/:id/appeals", {
        params: { id },
        about: number,
        body: { text: "职工在岗并已取得证书，请复核。" },
      });
    }
  }

  async #leave(): Promise<void> {
    if (!this.#county.mishap("departure", this.name, 0.05) || this.#staff.length < 2) return;
    const desk = await this.#firm.staff.desk();
    const params = { id: this.#firm.organisationId };
    const { body } = await desk.do("GET /api/v1/organisations/:id/employees", { params, query: { limit: 200 } });
    const [leaver] = inOrder(
      body.rows.filter((row) => row.leftOn === null),
      whoIs,
    );
    if (!leaver) return;
    await desk.do("POST /api/v1/organisations/:id/employees/:personId/departure", {
      params: { ...params, personId: leaver.personId },
      about: leaver.name,
      body: { leftOn: addDays(this.#county.world.today, -1) },
    });
  }
}
