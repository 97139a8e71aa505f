/**
 * Employees who bring a certificate from elsewhere: they declare it by number, sometimes with the dates the wrong way round, and an officer who
 * has seen the original confirms it or not.
 */
import type { Actor, County, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import type { Resident } from "../residents.ts";
import { Visitor } from "../visitor.ts";

const ISSUED_ON = "2020-02-20";

export class Declarations implements Actor {
  readonly name = "declarations";
  readonly #county: County;
  readonly #holders: Resident[];
  #declared = 0;

  constructor(county: County) {
    this.#county = county;
    this.#holders = county.residents.filter(({ employed }) => employed);
  }

  async at(hour: Hour): Promise<void> {
    if (!this.#county.isWorkday()) return;
    if (hour === "07:50") await this.#declare();
    if (hour === "15:00") await this.#decide();
  }

  async #declare(): Promise<void> {
    const ready = this.#holders.filter(
      ({ phone, citizenId }) =>
        this.#county.registered.has(phone) && this.#county.random(`${this.name} ${citizenId}`).chance(0.03),
    );
    for (const holder of ready) {
      this.#holders.splice(this.#holders.indexOf(holder), 1);
      this.#declared += 1;
      const visitor = new Visitor(this.#county.world, `${this.name} ${holder.name}`);
      await visitor.signInByPhone(holder.phone);
      const body = {
        number: `TZZY-${String(this.#declared).padStart(6, "0")}`,
        kind: "special-operation" as const,
        occupation: "6-31-01-03",
        occupationName: "电工",
        level: 0,
        issuerName: "应急管理局",
        issuedOn: ISSUED_ON,
        validTo: "2026-02-19",
      };
      const about = holder.name;
      if (this.#county.mishap("wrong-date", `${this.name} ${holder.citizenId}`, 0.2))
        await visitor.do("POST /api/v1/certificate-declarations", {
          about,
          body: { ...body, validTo: "2016-02-19" },
          may: ["declaration-invalid"],
        });
      await visitor.do("POST /api/v1/certificate-declarations", { about, body });
    }
  }

  async #decide(): Promise<void> {
    const desk = await this.#county.reviewers[3]?.desk();
    if (!desk) return;
    const { body } = await desk.do("GET /api/v1/certificate-declarations", {
      query: { state: "declared", limit: 200 },
    });
    for (const { id, number } of inOrder(body.rows, (row) => row.number)) {
      const isGenuine = this.#county.random(`${this.name} ${number}`).chance(0.8);
      await desk.do("POST /api/v1/certificate-declarations/:id/decision", {
        params: { id },
        about: number,
        body: isGenuine
          ? { verdict: "confirmed", reason: "与证书原件核对一致" }
          : { verdict: "rejected", reason: "查无此证" },
      });
    }
  }
}
