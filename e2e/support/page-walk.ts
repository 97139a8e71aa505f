import type { Page, Request } from "@playwright/test";
import { join } from "node:path";
import { accessibilityFlaws, darkFlaws } from "./page-checks.ts";
import { arrived, flawsOf, goTo, widestExcess } from "./page-flaws.ts";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** axe takes most of the time: only as many rows and entries are checked as may differ. */
const REPEATED = ["tbody > tr:nth-child(n+4)", "li:nth-child(n+7)"];
const PATIENCE_MS = 15_000;
/** A page that only changes its id keeps its heading, so its arrival can't be detected. */
const ARRIVAL_MS = 1_500;

/** Walks pages in one browser tab and collects their flaws. */
export class PageWalk {
  readonly #page: Page;
  readonly #pictures = process.env["E2E_PICTURES"];
  readonly #who: string;
  readonly #under = new Set<Request>();
  #heard: string[] = [];

  constructor(page: Page, who: string) {
    this.#page = page;
    this.#who = who;
    page.on("console", (message) => {
      if (message.type() === "error") this.#heard.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#heard.push(`uncaught: ${error.message}`));
    page.on("request", (request) => this.#under.add(request));
    page.on("requestfinished", (request) => this.#under.delete(request));
    page.on("requestfailed", (request) => this.#under.delete(request));
    page.on("response", (response) => {
      if (response.status() >= 400) this.#heard.push(`${response.status()} ${new URL(response.url()).pathname}`);
    });
  }

  /**
   * Flaws of the page at this address, on a phone and on a desktop. `touched`: used by thumb, so target sizes are checked. `first`:
   * the first page of its pattern, so accessibility is checked.
   */
  async visit(address: string, { touched, first }: { touched: boolean; first: boolean }): Promise<string[]> {
    this.#heard = [];
    this.#under.clear();
    await this.#page.setViewportSize(PHONE);
    await this.#open(address);
    await this.#settled();
    const found = await this.#page.evaluate(flawsOf, { touched });
    found.push(...(await this.#sideways("phone")));
    if (touched) {
      await this.#view("largest");
      found.push(...(await this.#sideways("phone in the largest type")));
      await this.#view("normal");
    }
    if (first) found.push(...(await accessibilityFlaws(this.#page, REPEATED)));
    if (first && touched) found.push(...(await darkFlaws(this.#page, REPEATED)));
    await this.#picture("390", address);
    if (touched) await this.#pictureDark(address);
    await this.#page.setViewportSize(DESK);
    found.push(...(await this.#sideways("desk")));
    await this.#picture("1440", address);
    return [...new Set([...this.#heard, ...found])].map((flaw) => `${this.#who} ${address}: ${flaw}`);
  }

  /** The first page is loaded; the others are reached within the app, which makes a walk of 200 pages much faster. */
  async #open(address: string): Promise<void> {
    if (this.#page.url() === "about:blank") await this.#page.goto(address);
    else await this.#page.evaluate(goTo, address);
    await this.#page.waitForFunction(arrived, undefined, { timeout: ARRIVAL_MS, polling: 40 }).catch(() => {});
  }

  async #settled(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < 2 && Date.now() < until;) {
      await this.#page.waitForTimeout(40);
      const busy = this.#under.size > 0 || (await this.#page.getByText("正在读取…").count()) > 0;
      quiet = busy || (await this.#page.locator("#root > *").count()) === 0 ? 0 : quiet + 1;
    }
  }

  async #sideways(where: string): Promise<string[]> {
    const excess = await this.#page.evaluate(widestExcess);
    return excess === null ? [] : [`sideways scroll, ${where}: ${excess}`];
  }

  async #view(view: string): Promise<void> {
    await this.#page.evaluate((name) => (document.documentElement.dataset["view"] = name), view);
  }

  async #pictureDark(address: string): Promise<void> {
    if (this.#pictures === undefined) return;
    const theme = (name: string) =>
      this.#page.evaluate((value) => (document.documentElement.dataset["theme"] = value), name);
    await theme("dark");
    await this.#picture("390-dark", address);
    await theme("light");
  }

  async #picture(width: string, address: string): Promise<void> {
    if (this.#pictures === undefined) return;
    const name = `${this.#who}${address.replaceAll(/[^\w-]+/gu, "_").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{23}([0-9a-f]{4})/gu, "$1")}`;
    await this.#page.screenshot({ path: join(this.#pictures, width, `${name}.png`), fullPage: true });
  }
}
