/** Somebody with an account and a password: an officer, or a clerk of an organisation. */
import { Visitor } from "./visitor.ts";
import type { World } from "./world.ts";

export class Staff {
  readonly visitor: Visitor;
  readonly username: string;
  readonly organisationId: string;
  #password: string;

  private constructor(world: World, given: { username: string; password: string; organisationId?: string }) {
    this.visitor = new Visitor(world, given.username);
    this.username = given.username;
    this.organisationId = given.organisationId ?? "";
    this.#password = given.password;
  }

  /** Somebody who was just given an initial password: signs in with it and sets another. */
  static async begin(
    world: World,
    given: { username: string; password: string; organisationId?: string },
  ): Promise<Staff> {
    const staff = new Staff(world, given);
    await staff.visitor.signInByPassword(given.username, given.password);
    const next = `天上来的长江水 ${[...given.username].toReversed().join("")}`;
    await staff.visitor.do("PUT /api/v1/me/password", { body: { current: given.password, next } });
    staff.#password = next;
    return staff;
  }

  /** At the desk: signed in, again if the session is over. */
  async desk(): Promise<Visitor> {
    if (!this.visitor.isSignedIn()) await this.visitor.signInByPassword(this.username, this.#password);
    return this.visitor;
  }

  /** A page left open asks for news by itself, which keeps its session. */
  async leavePageOpen(): Promise<void> {
    if (this.visitor.isSignedIn()) await this.visitor.do("GET /api/v1/session");
  }
}
