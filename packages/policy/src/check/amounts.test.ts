/** Amounts that fit the schema and can't be meant: seen from the worked cases, before any proof. */
import { expect, test } from "vitest";
import type { Ceiling } from "../ceilings.ts";
import { compilePolicy } from "../compile.ts";
import { loadCeilings } from "../load.ts";
import { setAt } from "../pointer.ts";
import { loadCasesOf, loadPolicy } from "../versions.ts";
import { checkAmounts } from "./amounts.ts";

const { rules, claiming } = loadPolicy("jiangsu-2025");
const ceilings = loadCeilings("jiangsu-2025");
const files = loadCasesOf("jiangsu-2025");
const BENEFIT = "insured-upgrade";
const steps = `/benefits/${rules.benefits.findIndex(({ id }) => id === BENEFIT)}/amount/steps`;
const problems = (changed: unknown, stated: readonly Ceiling[]): string[] =>
  checkAmounts(compilePolicy(changed, "sha256:wrong", [...claiming.values()], stated), files).map(
    ({ where, message }) => `${where}：${message}`,
  );
const money = (fen: number) => ({ kind: "money", fen }) as const;

test("an amount of nothing", () => {
  const start = { kind: "start", step: "base", quantity: money(0) };
  expect(problems(setAt(rules, steps, [start]), ceilings)).toEqual([
    `${BENEFIT}：所有可享受的算例都只得 0 元。请核对金额的各个步骤`,
  ]);
});

test("a ceiling below the amount, with the case that passes it", () => {
  const low = ceilings.map((one) => (one.benefit === BENEFIT ? { ...one, quantity: money(100) } : one));
  const [first] = problems(rules, low);
  expect(first).toMatch(/^insured-upgrade “.+”：算例“.+”：得 \d+ 元，超过写明的上限 1 元（1 元）。请改金额或上限$/u);
});

test("nothing in the package as it is", () => {
  expect(problems(rules, ceilings)).toEqual([]);
});
