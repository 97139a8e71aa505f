/** Bad luck of machines: a connection to the database dies in the middle of somebody's act, or the platform's whole process does. */
import type { Actor, County, Hour } from "../county.ts";

export class Fate implements Actor {
  readonly name = "fate";
  readonly #county: County;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    const { world } = this.#county;
    if (hour !== "09:55" && hour !== "15:00" && hour !== "19:30") return;
    const statement = this.#county.random(this.name).whole(2, 9);
    if (this.#county.mishap("process-killed", this.name, 0.03)) world.strike("process", statement);
    else if (this.#county.mishap("connection-lost", this.name, 0.2)) world.strike("connection", statement);
  }
}
