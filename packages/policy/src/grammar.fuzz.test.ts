/**
 * The published schemas and the engine accept exactly the same packages and cases: both are held against an
 * independent validator (ajv) on thousands of damaged and undamaged documents.
 */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { decide } from "./adjudicate.ts";
import { compilePolicy, PackageError } from "./compile.ts";
import type { JsonSchema } from "./json-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { loadWorkedCases } from "./load.ts";
import { workedCasesJsonSchema } from "./package-schema.ts";
import { dropAt, getAt, setAt } from "./pointer.ts";
import { anyCase } from "./test/arbitraries.ts";
import { counterexample } from "./test/counterexample.ts";
import { pathsOf } from "./test/paths.ts";
import type { Case } from "./types.ts";
import { validateCase } from "./validate-case.ts";
import { loadPolicy } from "./versions.ts";

vi.setConfig({ testTimeout: 60_000 });

function ajvOf(file: string): (value: unknown) => boolean {
  const schema = JSON.parse(readFileSync(new URL(`../schema/${file}`, import.meta.url), "utf8")) as object;
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  // Written another way than the engine's own: the round trip through the calendar must give the same text.
  ajv.addFormat("date", (text: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
  });
  return ajv.compile(schema);
}

const JUNK: unknown[] = [
  null, true, false, 0, 1, -1, 0.5, 20, 1e20, "", "x", "五.2", "2021-02-29", "2020-02-29", "at-least", "/history", "pre-job",
  [], {}, [[]], ["pre-job", "pre-job"], { kind: "compare" }, { kind: "no-such" }, { kind: "percent", percent: 50 }, { kind: "parameter", name: "onlineHours.ratio" },
  { kind: "parameter", name: "no.such" }, "__proto__", "constructor",
]; // prettier-ignore

interface Damage {
  how: "junk" | "drop" | "add" | "move";
  at: string;
  with: unknown;
}

/** Damage to a document: places replaced by junk or by another part of it, dropped, or added to. */
function damageTo(document: unknown): fc.Arbitrary<Damage[]> {
  const place = fc.constantFrom(...pathsOf(document));
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    fc.record({ how: fc.constant("junk" as const), at: place, with: fc.constantFrom(...JUNK) }),
    fc.record({ how: fc.constant("drop" as const), at: place, with: fc.constant(null) }),
    fc.record({
      how: fc.constant("add" as const),
      at: place,
      with: fc.constantFrom("surprise", "kind", "value", "toString"),
    }),
    fc.record({ how: fc.constant("move" as const), at: place, with: place }),
  );
  return fc.array(damage, { maxLength: 2 });
}

function damaged(document: unknown, damages: readonly Damage[]): unknown {
  let value = document;
  for (const { how, at, with: other } of damages) {
    if (getAt(value, at) === undefined) continue;
    if (how === "drop") value = dropAt(value, at);
    else if (how === "add") value = setAt(value, `${at}/${String(other)}`, 1);
    else value = setAt(value, at, how === "move" ? getAt(document, String(other)) : other);
  }
  return value;
}

/** The engine's objections to a package; decides a case with a valid one. Rethrows any other error. */
function errorOf(document: unknown, c: Case): PackageError | null {
  try {
    const policy = compilePolicy(document, "sha256:fuzz");
    if (policy.benefits.has(c.benefit)) decide(policy, c);
    return null;
  } catch (error) {
    if (error instanceof PackageError) return error;
    throw error;
  }
}

describe.each(["rugao-2019", "example-2025"])("packages like %s", (id) => {
  const { rules } = loadPolicy(id);
  const fits = ajvOf("package.schema.json");

  test("the schema and the engine accept the same, and what is accepted decides any case", () => {
    const seen = { accepted: 0, refused: 0 };
    const property = fc.property(damageTo(rules), anyCase, (damages, c) => {
      const document = damaged(rules, damages);
      const error = errorOf(document, c);
      seen[error === null ? "accepted" : "refused"] += 1;
      return fits(document) === (error === null || error.kind === "reference");
    });
    expect(counterexample(property, 600)).toBeNull();
    expect(seen.accepted).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });
});

describe("cases", () => {
  const fits = ajvOf("case.schema.json");
  const agrees = (value: unknown): boolean => {
    const validated = validateCase(value);
    return validated.ok === fits(value) && (validated.ok || validated.error.message !== "");
  };

  test("the schema and the validator accept the same", () => {
    const values = anyCase.chain((c) => damageTo(c).map((damages) => damaged(c, damages)));
    expect(counterexample(fc.property(values, agrees), 2000)).toBeNull();
  });

  test("any JSON at all", () => {
    expect(counterexample(fc.property(fc.jsonValue(), agrees), 2000)).toBeNull();
  });
});

test("worked cases: the schema and the loader accept the same", () => {
  const fits = ajvOf("worked-cases.schema.json");
  const check = compileSchema(workedCasesJsonSchema);
  const [file] = loadWorkedCases("example-2025");
  const property = fc.property(damageTo(file), (damages) => {
    const value = damaged(file, damages);
    return (check(value) === null) === fits(value);
  });
  expect(counterexample(property, 1000)).toBeNull();
});

test("a schema that promises what is not checked does not compile", () => {
  const promising: Record<string, unknown> = { type: "string", contentEncoding: "base64" };
  expect(() => compileSchema(promising as JsonSchema)).toThrow(/contentEncoding/u);
});
