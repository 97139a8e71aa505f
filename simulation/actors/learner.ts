/**
 * A resident: registers, says where money goes, and answers what the platform tells them by text message. Nobody looks without having been
 * told: if a message were missing, their claim would lie and the county would show it.
 */
import type { Actor, County, Hour } from "../county.ts";
import { cardNumber, type Resident } from "../residents.ts";
import { type Output, Visitor } from "../visitor.ts";

const CONSENT = "2026-11";
type Claim = Output<"GET /api/v1/me/claims">["rows"][number];

export class Learner implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #resident: Resident;
  readonly #visitor: Visitor;
  #registered = false;
  #wasAtCounter = false;
  #hasAccount = false;
  #read = 0;
  #cards = 0;

  constructor(county: County, resident: Resident, n: number) {
    this.name = `learner ${n}`;
    this.#county = county;
    this.#resident = resident;
    this.#visitor = new Visitor(county.world, this.name);
  }

  async at(hour: Hour): Promise<void> {
    if (hour !== "19:30") return;
    const random = this.#county.random(this.name);
    if (!this.#registered) {
      if (this.#wasAtCounter || random.chance(0.25)) await this.#register();
      return;
    }
    const texts = this.#county.world.textsOf(this.#resident.phone);
    const news = texts.slice(this.#read).filter((text) => !text.includes("验证码"));
    if (news.length === 0) return;
    await this.#visitor.signInByPhone(this.#resident.phone);
    this.#read = texts.length;
    if (!this.#hasAccount || news.some((text) => text.includes("户名"))) await this.#setAccount();
    const { body } = await this.#visitor.do("GET /api/v1/me/claims", { query: { limit: 50 } });
    for (const claim of body.rows) await this.#answer(claim);
    this.#visitor.leave();
  }

  async #register(): Promise<void> {
    const { name, citizenId, phone, town } = this.#resident;
    const code = await this.#visitor.phoneCode(phone, "register");
    const given = { name, citizenId, phone, town, code, consentVersion: CONSENT, messages: true };
    if (!(await this.#visitor.register(given))) {
      this.#county.counter.push(this.#resident);
      this.#wasAtCounter = true;
      return;
    }
    for (const purpose of ["publication", "data-sharing"] as const)
      await this.#visitor.do("POST /api/v1/me/consents", { body: { purpose, given: true, version: CONSENT } });
    this.#registered = true;
    if (this.#county.random(this.name).chance(0.9)) await this.#setAccount();
    this.#visitor.leave();
  }

  /** The card of the first time; another one after the bank sent money back. */
  async #setAccount(): Promise<void> {
    const number =
      this.#cards === 0 ? this.#resident.card : cardNumber(5_000_000 + Number(this.name.slice(8)) * 100 + this.#cards);
    this.#cards += 1;
    await this.#visitor.do("PUT /api/v1/me/payee-account", { body: { bankName: "农村商业银行", number } });
    this.#hasAccount = true;
  }

  async #answer(claim: Claim): Promise<void> {
    const params = { id: claim.id };
    const about = claim.number;
    switch (claim.state) {
      case "prepared":
        // Facts may still be on their way: then there is another message.
        if (claim.outcome !== "granted") break;
        if (this.#county.mishap("decline", this.name, 0.02))
          await this.#visitor.do("POST /api/v1/claims/:id/declination", { params, about, body: {} });
        else await this.#visitor.do("POST /api/v1/claims/:id/confirmation", { params, about, body: {} });
        break;
      case "returned":
        await this.#resubmit(params, about);
        break;
      case "publicised":
        if (this.#county.mishap("object", this.name, 0.04))
          await this.#visitor.do("POST /api/v1/claims/:id/objections", {
            params,
            about,
            body: { text: "这个班我没有参加，请核查。" },
          });
        break;
      default:
    }
  }

  /** A claim whose certificate was revoked meanwhile can only be withdrawn. */
  async #resubmit(params: { id: string }, about: string): Promise<void> {
    const answer = await this.#visitor.do("POST /api/v1/claims/:id/resubmission", {
      params,
      about,
      body: {},
      may: ["certificate-revoked"],
    });
    if (answer.status < 400) return;
    await this.#visitor.do("POST /api/v1/claims/:id/withdrawal", { params, about, body: { reason: "证书撤销了" } });
  }
}
