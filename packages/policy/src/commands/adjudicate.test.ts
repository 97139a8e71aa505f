import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { adjudicate } from "../adjudicate.ts";
import { loadCasesOf, loadPolicy } from "../versions.ts";
import { casesOf } from "../worked-cases.ts";
import { MAX_LINE_BYTES } from "./line-blocks.ts";

vi.setConfig({ testTimeout: 60_000 });

const COMMAND = fileURLToPath(new URL("adjudicate.ts", import.meta.url));

/** Loaded before it: the second thread wants compiled code. */
const COMPILED = fileURLToPath(new URL("../../../../scripts/keep-compiled-code.mjs", import.meta.url));

interface Run {
  code: number;
  lines: string[];
  errors: string;
}

async function run(
  input: string | Buffer,
  args: string[] = ["--policy", "rugao-2019"],
  node: string[] = [],
): Promise<Run> {
  const child = spawn(process.execPath, [...node, COMMAND, ...args]);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A command that refuses its arguments may end before it has read anything.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code] = await once(child, "close");
  const lines = Buffer.concat(out).toString("utf8").split("\n");
  expect(lines.pop()).toBe("");
  return { code: Number(code), lines, errors: Buffer.concat(err).toString("utf8") };
}

function caseLine(id: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ id, benefit: "degree-award", appliedOn: "2020-06-01", ...more });
}

function entries(count: number): unknown[] {
  return Array.from({ length: count }, () => ({ benefit: "pre-job", occupation: null, on: "2020-02-01", months: 0 }));
}

function errorPath(line: string | undefined): unknown {
  const { error } = JSON.parse(line ?? "{}");
  return error?.path;
}

describe("adjudicate command", () => {
  test("answers each line in order and exits 0 when all are cases", async () => {
    const ids = Array.from({ length: 500 }, (_one, at) => `c-${at}`);
    const { code, lines } = await run(`${ids.map((id) => caseLine(id)).join("\n")}\n`);
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
  });

  test("the last line needs no newline; CRLF and a byte order mark do no harm", async () => {
    const { code, lines } = await run(`\uFEFF${caseLine("a")}\r\n${caseLine("b")}`);
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["a", "b"]);
  });

  test("nothing in, nothing out", async () => {
    expect(await run("")).toEqual({ code: 0, lines: [], errors: "" });
  });

  test("a line that is no case is reported with its number and place, and the run goes on", async () => {
    const bad: [string, string][] = [
      ["{", ""],
      ["", ""],
      ["null", ""],
      ["[]", ""],
      ["\u0000", ""],
      [`${caseLine("x").slice(0, -1)},\u0000}`, ""],
      ["[".repeat(100_000), ""],
      [caseLine("x", { person: { birthDate: "2021-02-29" } }), "/person/birthDate"],
      [caseLine("x", { standard: { trainingFen: -1 } }), "/standard/trainingFen"],
      [caseLine("x", { standard: { trainingFen: 0.5 } }), "/standard/trainingFen"],
      [caseLine("x", { certificate: { level: 0 } }), "/certificate/level"],
      [caseLine("x", { certificate: { level: 6 } }), "/certificate/level"],
      [caseLine("x", { employment: { contractMonths: "12" } }), "/employment/contractMonths"],
      [caseLine("x", { person: { groups: ["vip"] } }), "/person/groups/0"],
      [caseLine("x", { history: [{}, { level: 9 }] }), "/history/1/level"],
      [caseLine("x", { surprise: 1 }), "/surprise"],
      [caseLine("x", { person: { "a/b~c": 1 } }), "/person/a~1b~0c"],
      [caseLine("x", { person: null }), "/person"],
      [caseLine("x", { appliedOn: "2020-6-1" }), "/appliedOn"],
      [caseLine("x", { benefit: "lottery" }), "/benefit"],
      [caseLine("x", { parameters: { "no.such": 1 } }), "/parameters/no.such"],
      [caseLine("x", { parameters: { "livingAllowance.perDayFen": -1 } }), "/parameters/livingAllowance.perDayFen"],
      ['{"benefit":"pre-job","appliedOn":"2020-01-01"}', "/id"],
      ['{"id":"x","benefit":"pre-job"}', "/appliedOn"],
      [caseLine("x").replace("{", '{"__proto__":{"a":1},'), "/__proto__"],
      [
        '{"id":"x","benefit":"pre-job","appliedOn":"2020-01-01","standard":{"trainingFen":1e999}}',
        "/standard/trainingFen",
      ],
    ];
    const input = [caseLine("first"), ...bad.map(([line]) => line), caseLine("last")].join("\n");
    const { code, lines } = await run(`${input}\n`);
    expect(code).toBe(1);
    expect(lines).toHaveLength(bad.length + 2);
    expect(JSON.parse(lines[0] ?? "").id).toBe("first");
    expect(JSON.parse(lines.at(-1) ?? "").id).toBe("last");
    for (const [at, [, path]] of bad.entries()) {
      expect(JSON.parse(lines[at + 1] ?? "")).toEqual({
        line: at + 2,
        error: { code: "invalid-case", path, message: expect.stringMatching(/./u) },
      });
    }
  });

  test("many are decided by two threads, byte for byte and in the order in which they came", async () => {
    const policy = loadPolicy("rugao-2019");
    const cases = loadCasesOf("rugao-2019").flatMap((file) => casesOf(policy, file).flatMap((one) => one.case ?? []));
    const expected: string[] = [];
    const lines: string[] = [];
    for (let at = 0; at < 12_000; at += 1) {
      const worked = cases[at % cases.length];
      if (worked === undefined) throw new Error("no worked cases");
      const c = { ...worked, id: `案例 ${at}` };
      lines.push(at % 1000 === 999 ? "{" : JSON.stringify(c));
      expected.push(JSON.stringify(adjudicate(policy, c)));
    }
    const { code, lines: answers } = await run(lines.join("\n"), undefined, ["--import", COMPILED]);
    expect(code).toBe(1);
    for (const [at, answer] of answers.entries()) {
      if (at % 1000 === 999) expect(JSON.parse(answer)).toMatchObject({ line: at + 1, error: { path: "" } });
      else expect(answer).toBe(expected[at]);
    }
    expect(answers).toHaveLength(lines.length);
  });

  test("bytes that are no UTF-8 are refused, their neighbours are not", async () => {
    const broken = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const { code, lines } = await run(
      Buffer.concat([Buffer.from(`${caseLine("中")}\n`), broken, Buffer.from(`\n${caseLine("b")}\n`)]),
    );
    expect(code).toBe(1);
    expect(lines.map(errorPath)).toEqual([undefined, "", undefined]);
  });

  test("a long case is decided, one with too much in it is refused with the place, a line too long unread", async () => {
    const long = caseLine("long", { history: entries(5000) });
    const tooMany = caseLine("many", { history: entries(5001) });
    const tenMegabytes = "x".repeat(10 * 1024 * 1024);
    const million = caseLine("million", { history: Array.from({ length: 1_000_000 }, () => ({})) });
    const beyond = `"${"y".repeat(MAX_LINE_BYTES)}"`;
    const input = [long, tooMany, tenMegabytes, million, beyond, caseLine("after")].join("\n");
    const { code, lines } = await run(`${input}\n`);
    expect(code).toBe(1);
    expect(lines).toHaveLength(6);
    expect(JSON.parse(lines[0] ?? "").outcome).toBe("incomplete");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ line: 2, error: { path: "/history" } });
    expect(JSON.parse(lines[2] ?? "")).toMatchObject({ line: 3, error: { path: "" } });
    expect(JSON.parse(lines[3] ?? "")).toMatchObject({ line: 4, error: { path: "" } });
    expect(JSON.parse(lines[4] ?? "")).toMatchObject({ line: 5, error: { path: "" } });
    expect(JSON.parse(lines[5] ?? "").id).toBe("after");
  });

  test("a policy that is not there, or none named, is an error of the command", async () => {
    expect((await run("", ["--policy", "nowhere-1999"])).code).toBe(2);
    expect((await run("", [])).code).toBe(2);
    const wrong = await run("", ["--police", "rugao-2019"]);
    expect(wrong).toMatchObject({ code: 2, lines: [] });
    expect(wrong.errors).toContain("参数有误：选项只有 --policy");
  });

  test("text with an escaped NUL is no text, and nothing else is affected", async () => {
    const { code, lines } = await run(`${caseLine("a\0b")}\n${caseLine("c")}\n`);
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ line: 1, error: { code: "invalid-case", path: "/id" } });
    expect(JSON.parse(lines[1] ?? "").id).toBe("c");
  });
});
