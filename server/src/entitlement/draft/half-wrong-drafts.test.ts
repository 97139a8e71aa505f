import { describe, expect, it } from "vitest";
import { draftDesk } from "../../test/index.ts";

/** Edits that an official makes in passing: each is kept as typed, named in a sentence that says where, and never put before a second officer. */

const desk = draftDesk();
const { begin, show, save, submit } = desk;

type Content = Record<string, unknown>;
interface HalfWrong {
  what: string;
  path: string;
  change: (content: Content) => unknown;
  says: string;
}

const manifest = (change: Content) => ({ path: "manifest.json", change: (old: Content) => ({ ...old, ...change }) });

const WRONG: HalfWrong[] = [
  {
    what: "a period that ends before it begins",
    ...manifest({ effective: { from: "2020-04-10", to: "2020-01-01" } }),
    says: "manifest.json 第 7 行：施行期间的结束 2020-01-01 早于开始 2020-04-10。请改正其中一个日期",
  },
  {
    what: "a day that is half typed",
    ...manifest({ effective: { from: "2020-4" } }),
    says: "manifest.json 第 8 行：应为存在的日期，格式 YYYY-MM-DD",
  },
  {
    what: "a version in words",
    ...manifest({ version: "第二版" }),
    says: "manifest.json 第 3 行：格式不符，应为三段数字的版本号，如 2.1.0",
  },
  {
    what: "an amount of 0",
    path: "benefits/special-operation.json",
    change: (old) => ({
      ...old,
      amount: {
        kind: "steps",
        steps: [{ kind: "start", step: "base", clause: "四.3", quantity: { kind: "money", fen: 0 } }],
      },
    }),
    says: "所有可享受的算例都只得 0 元",
  },
  {
    what: "a ceiling below the amount",
    path: "ceilings.json",
    change: ({ ceilings }) => ({
      ceilings: (ceilings as Content[]).map((one) =>
        one["benefit"] === "pre-job" ? { ...one, quantity: { kind: "money", fen: 100 } } : one,
      ),
    }),
    says: "超过写明的上限 1 元",
  },
  {
    what: "a few worked cases only",
    path: "cases/skill-upgrade.json",
    change: ({ cases, ...others }) => ({ ...others, cases: (cases as unknown[]).slice(0, 3) }),
    says: "cases/skill-upgrade.json 第 1 行：有 3 个算例，至少应有 15 个",
  },
  {
    what: "no worked cases at all",
    path: "cases/skill-upgrade.json",
    change: () => null,
    says: "benefits/skill-upgrade.json 第 1 行：有 0 个算例，至少应有 15 个",
  },
];

describe("a half-wrong draft", () => {
  it.each(WRONG)("$what is kept, named and not put before the second officer", async ({ path, change, says }) => {
    const id = await begin();
    const contentOf = async () => (await show(id)).files.find((file) => file.path === path)?.content;
    const content = change(structuredClone((await contentOf()) ?? {}));
    expect((await save(id, [{ path, content }])).status).toBe(200);
    expect(await contentOf()).toEqual(content);
    const { status, body } = await submit(id);
    expect([status, body.code]).toEqual([422, "draft-has-errors"]);
    expect(body.detail).toMatch(/^草案还有错误：.+ 第 \d+ 行：.+。改好后再提交。$/u);
    expect(body.detail).toContain(says);
    expect(await show(id)).toMatchObject({ state: "open" });
  });
});
