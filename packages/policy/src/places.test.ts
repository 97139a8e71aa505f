/** Messages of `policy check` about a package in which something was mistyped: the file, the line, and what was meant. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkPolicy } from "./check/index.ts";
import { PackageError } from "./compile.ts";
import { loadDraft, loadWorkedCases, POLICIES, readTexts } from "./load.ts";
import { inWords, placeOfPath, placeOfProblem } from "./places.ts";

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "policy-"));
  cpSync(join(POLICIES, "jiangsu-2025"), directory, { recursive: true });
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** The line of the first place where the text stands. */
function mistype(file: string, text: string, typed: string): number {
  const path = join(directory, file);
  const content = readFileSync(path, "utf8");
  writeFileSync(path, content.replace(text, typed));
  return content.slice(0, content.indexOf(text)).split("\n").length;
}

function said(): string[] {
  try {
    return checkPolicy(loadDraft(directory), loadWorkedCases(directory)).map((problem) => {
      const place = placeOfProblem(readTexts(directory), problem);
      return `${place === null ? "" : inWords(place)}：${problem.message}`;
    });
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const place = placeOfPath(readTexts(directory), error.path);
    return [`${place === null ? "" : inWords(place)}${error.message.slice(error.path.length)}`];
  }
}

const RULES = "benefits/insured-upgrade.json";
const CASES = "cases/insured-upgrade.json";

test("nothing, where nothing is wrong", () => {
  expect(said()).toEqual([]);
});

// The line is that of the place itself where the schema finds it, else that of the test or the case around it.
test.each<[string, string, string, string, number, string]>([
  [
    "a word of the grammar",
    RULES,
    '"at-least"',
    '"at-leest"',
    0,
    "应为以下之一：at-least、at-most、more-than、less-than；是不是 at-least？",
  ],
  ["a kind", RULES, '"kind": "history-limit"', '"kind": "history-limits"', 0, "是不是 history-limit？"],
  [
    "a shared list",
    RULES,
    '"list": "training-benefits"',
    '"list": "training-benefit"',
    -1,
    "没有共用名单 training-benefit；是不是 training-benefits？",
  ],
  [
    "a parameter",
    RULES,
    "insured.leastMonths",
    "insured.lestMonths",
    -10,
    "没有声明参数 insured.lestMonths；是不是 insured.leastMonths？",
  ],
  ["a reading", RULES, "three-of-what", "three-of-wat", -5, "没有读法 three-of-wat；是不是 three-of-what？"],
  [
    "how it is asked for",
    "claiming/insured-upgrade.json",
    '"evidence": "certificate"',
    '"evidence": "class"',
    0,
    "按班申请的凭培训班，按人申请的凭个人的证书或记录",
  ],
  ["a property", "parameters.json", '"description"', '"descripton"', -8, "缺少必填项；写成了 descripton？"],
  [
    "an amount of a worked case",
    CASES,
    '"amountFen": 195000',
    '"amountFen": 195001',
    -7,
    "：金额应为 1950.01 元，得 1950.00 元",
  ],
])("%s", (_what, file, text, typed, from, message) => {
  const line = mistype(file, text, typed);
  const [first = ""] = said();
  expect(first).toContain(message);
  expect(first).toMatch(new RegExp(`^${file} 第 \\d+ 行：`, "u"));
  const named = Number(/第 (\d+) 行/u.exec(first)?.[1]);
  expect(named).toBeGreaterThanOrEqual(line + from);
  expect(named).toBeLessThanOrEqual(line);
});
