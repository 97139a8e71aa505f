/**
 * A resident: registers, says where money goes, and answers what the platform tells them by text message. Nobody looks without having been
 * told: if a message were missing, their claim would lie and the county would show it.
 */
import type { Actor, County, Hour } from "../county.ts";
import { inOrder } from "../in-order.ts";
import { cardNumber, type Resident } from "../residents.ts";
import { resubmit } from "../resubmit.ts";
import { type Output, Visitor } from "../visitor.ts";

const CONSENT = "2026-11";
type Claim = Output<"GET /api/v1/me/claims">["rows"][number];

/** Whoever only hears that things go on has nothing to look up; a publicity may be objected to. */
const TO_BE_SEEN = /登录|公示至/u;

export class Learner implements Actor {
  readonly name: string;
  readonly #county: County;
  readonly #resident: Resident;
  readonly #visitor: Visitor;
  #registered = false;
  #wasAtCounter = false;
  #hasAccount = false;
  readonly #appealed = new Set<string>();
  #read = 0;
  #cards = 0;

  constructor(county: County, resident: Resident, n: number) {
    this.name = `learner ${n}`;
    this.#county = county;
    this.#resident = resident;
    this.#visitor = new Visitor(county.world, this.name);
  }

  async at(hour: Hour): Promise<void> {
    if (hour === "08:20") await this.#signIn();
    if (hour !== "19:30") return;
    const random = this.#county.random(this.name);
    if (!this.#registered) {
      if (this.#wasAtCounter || random.chance(0.25)) await this.#register();
      return;
    }
    const texts = this.#county.world.textsOf(this.#resident.phone);
    const news = texts.slice(this.#read).filter((text) => !text.includes("验证码"));
    this.#read = texts.length;
    if (!news.some((text) => TO_BE_SEEN.test(text))) return;
    await this.#visitor.signInByPhone(this.#resident.phone);
    this.#read = this.#county.world.textsOf(this.#resident.phone).length;
    if (!this.#hasAccount || news.some((text) => text.includes("户名"))) await this.#setAccount();
    const { body } = await this.#visitor.do("GET /api/v1/me/claims", { query: { limit: 50 } });
    // A claim of an enterprise for its staff is the enterprise's to go on with.
    for (const claim of inOrder(body.rows, (row) => row.number))
      if (claim.organisationName === null) await this.#answer(claim);
    this.#visitor.leave();
  }

  /** By the code on the teacher's screen; who comes late or has no account yet is called by name. */
  async #signIn(): Promise<void> {
    for (const { sessionId, number, code, phones } of this.#county.screens) {
      if (!this.#registered || !phones.has(this.#resident.phone)) continue;
      if (this.#county.mishap("late", this.name, 0.05)) continue;
      await this.#visitor.signInByPhone(this.#resident.phone);
      await this.#visitor.do("POST /api/v1/sessions/:id/sign-ins", {
        params: { id: sessionId },
        about: number,
        body: { code: await code() },
        // Under a wrong number they are on the roster as somebody else.
        may: ["not-on-roster"],
      });
      this.#visitor.leave();
    }
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
    this.#county.registered.add(this.#resident.phone);
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
        await resubmit(this.#visitor, params, about);
        break;
      case "refused":
        if (this.#appealed.has(claim.id)) break;
        this.#appealed.add(claim.id);
        await this.#visitor.do("POST /api/v1/claims/:id/appeals", {
          params,
          about,
          body: { text: "我全程参加了培训并取得证书，请复核。" },
        });
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
}
