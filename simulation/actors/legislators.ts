/**
 * Two officers who publish another version of the policy in mid-year: one writes it, has it proved and held against what is stored, and the
 * other signs what was read. It pays a part of what was paid for training people without work, from a day to come.
 */
import { addDays, daysBetween } from "@jinengtong/standards";
import type { Actor, County, Hour } from "../county.ts";
import type { Output } from "../visitor.ts";

const POLICY = "rugao-2019";
const BENEFIT = "unemployed-training";
/** Days after the county began on which it is written, and from then until it is in force. */
const WRITTEN_AFTER = 90;
const AHEAD = 14;
const PERCENT = 90;

type Draft = Output<"GET /api/v1/policy-drafts/:id">;
interface Rules {
  amount: { steps: object[] };
}
interface Cases {
  cases: { expect: { amountFen?: number } }[];
}

export class Legislators implements Actor {
  readonly name = "legislators";
  readonly #county: County;
  #isDone = false;

  constructor(county: County) {
    this.#county = county;
  }

  async at(hour: Hour): Promise<void> {
    const { wish, world } = this.#county;
    if (this.#isDone || hour !== "11:40" || !this.#county.isWorkday()) return;
    if (daysBetween(wish.start, world.today) < WRITTEN_AFTER) return;
    this.#isDone = true;
    await this.#publish();
  }

  async #publish(): Promise<void> {
    const [writer, signer] = [await this.#county.reviewers[0]?.desk(), await this.#county.reviewers[1]?.desk()];
    if (!writer || !signer) return;
    const about = POLICY;
    const { body: begun } = await writer.do("POST /api/v1/policy-drafts", {
      about,
      body: { programme: POLICY, title: "下半年标准" },
    });
    const params = { id: begun.id };
    const { body: draft } = await writer.do("GET /api/v1/policy-drafts/:id", { params });
    const saved = await writer.do("PUT /api/v1/policy-drafts/:id/files", {
      params,
      about,
      body: { revision: draft.revision, changes: this.#changes(draft) },
    });
    if (saved.body.problems.length > 0) throw new Error(JSON.stringify(saved.body.problems));
    await writer.do("POST /api/v1/policy-drafts/:id/proof", { params, about, body: {} });
    await writer.do("POST /api/v1/policy-drafts/:id/impact", { params, about, body: {} });
    await this.#county.world.settle();
    const { body: proof } = await signer.do("GET /api/v1/policy-drafts/:id/proof", { params });
    if (proof.proof?.proved !== true) throw new Error(`not proved: ${JSON.stringify(proof.proof)}`);
    await writer.do("POST /api/v1/policy-drafts/:id/submission", {
      params,
      about,
      body: { statement: "自下半年起调整标准。" },
    });
    const { body: read } = await signer.do("GET /api/v1/policy-drafts/:id", { params });
    await signer.do("POST /api/v1/policy-drafts/:id/signature", { params, about, body: { digest: read.digest ?? "" } });
    await this.#county.world.settle();
  }

  #changes({ files }: Draft) {
    const contentOf = (path: string): unknown => files.find((file) => file.path === path)?.content;
    const rules = contentOf(`benefits/${BENEFIT}.json`) as Rules;
    rules.amount.steps.push({
      kind: "rate",
      step: "part",
      clause: "四.3",
      rate: { kind: "percent", percent: PERCENT },
    });
    const cases = contentOf(`cases/${BENEFIT}.json`) as Cases;
    for (const { expect } of cases.cases)
      if (expect.amountFen !== undefined) expect.amountFen = Math.round((expect.amountFen * PERCENT) / 100);
    const manifest = contentOf("manifest.json") as object;
    return [
      {
        path: "manifest.json",
        content: { ...manifest, effective: { from: addDays(this.#county.world.today, AHEAD) } },
      },
      { path: `benefits/${BENEFIT}.json`, content: rules },
      { path: `cases/${BENEFIT}.json`, content: cases },
    ];
  }
}
