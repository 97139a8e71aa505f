import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { decide } from "../adjudicate.ts";
import { loadPolicy } from "../versions.ts";
import type { Case } from "../types.ts";

vi.setConfig({ testTimeout: 60_000 });

const COMMAND = fileURLToPath(new URL("policy.ts", import.meta.url));

function run(args: string[], input = ""): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

const c: Case = {
  id: "c",
  benefit: "degree-award",
  appliedOn: "2020-09-01",
  employment: { employed: true, local: true },
  insurance: { pensionMonths: 20, pensionPaidNow: true },
  degree: { level: "college", obtainedOn: "2020-06-30" },
  history: [],
};

describe("policy command", () => {
  test("check finds nothing wrong with the packages", () => {
    expect(run(["check", "rugao-2019"])).toMatchObject({ code: 0 });
    expect(run(["check", "example-2025"])).toMatchObject({ code: 0 });
  });

  test("describe says the rules of one benefit or of all", () => {
    const { code, out } = run(["describe", "rugao-2019", "order-class"]);
    expect(code).toBe(0);
    expect(out).toContain("班级人数不少于 20 人〔四.1〕");
    expect(run(["describe", "example-2025"]).out.match(/金额：/gu)).toHaveLength(3);
  });

  test("diff says the differences in words", () => {
    expect(run(["diff", "rugao-2019", "rugao-2019"])).toMatchObject({ code: 0, out: "没有差别\n" });
    expect(run(["diff", "rugao-2019", "example-2025"]).out).toContain("取消订单班补贴");
  });

  test("impact compares decisions, and reports lines that are no case", () => {
    const { code, out, err } = run(["impact", "rugao-2019@1.0.0", "example-2025"], `${JSON.stringify(c)}\n{}\n`);
    expect(code).toBe(1);
    expect(out).toContain("合计：1 例，1 例有变（新增享受 0，不再享受 1），金额由 1000 元 到 0 元");
    expect(err).toContain("第 2 行：/id 缺少必填项");
  });

  test("replay is silent about equal decisions and exits 1 on any difference", () => {
    const policy = loadPolicy("rugao-2019");
    const stored = { case: c, digest: policy.digest, ...decide(policy, c) };
    expect(run(["replay", "rugao-2019"], `${JSON.stringify(stored)}\n`)).toMatchObject({ code: 0 });
    const wrong = run(
      ["replay", "rugao-2019"],
      `${JSON.stringify(stored)}\n${JSON.stringify({ ...stored, amountFen: 1 })}\nx\n`,
    );
    expect(wrong.code).toBe(1);
    expect(
      wrong.out
        .split("\n")
        .slice(0, 2)
        .map((line) => JSON.parse(line).kind),
    ).toEqual(["amount", "not-a-stored-decision"]);
  });

  test("a wrong command says how to use it", () => {
    for (const args of [[], ["guess"], ["check"], ["publish", "rugao-2019"]]) {
      const { code, err } = run(args);
      expect(code).toBe(2);
      expect(err).toContain("用法");
    }
    expect(run(["check", "nowhere"])).toMatchObject({ code: 2 });
    expect(run(["check", "nowhere"]).err).toMatch(/^没有政策包 nowhere/u);
    expect(run(["describe", "rugao-2019", "nowhere"]).err).toContain("没有补贴 nowhere；有：order-class");
    expect(run(["check", "rugao-2019", "--guess"]).err).toContain("参数有误");
  });
});
