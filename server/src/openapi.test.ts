import { expect, it } from "vitest";
import { openApi } from "./kernel/openapi.ts";
import { operations } from "./modules.ts";

/** Bytes that a reader loads at once. A document that outgrows it is written with more shared shapes, not with fewer facts. */
const LARGEST_DOCUMENT = 420_000;

const { openapi, schemas } = openApi(operations, "https://example.cn");

it.each([
  ["operations", openapi],
  ["schemas", schemas],
])("the document of %s is small enough to read", (_which, document) => {
  expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThan(LARGEST_DOCUMENT);
});

it("describes each operation under the name that pages use, with its refusals", () => {
  const described = Object.values(
    openapi.paths as Record<string, Record<string, { operationId: string; responses: object }>>,
  ).flatMap((methods) => Object.values(methods));
  expect(described.map((one) => one.operationId).toSorted()).toEqual([...operations.keys()].toSorted());
  for (const { responses } of described) {
    expect(responses).toHaveProperty("default", { $ref: "#/components/responses/Refusal" });
    expect(responses).toHaveProperty("200");
  }
});

it("every reference leads to a part that exists, and every part is referred to", () => {
  const parts = new Set<string>();
  for (const [kind, named] of Object.entries(openapi.components as Record<string, object>))
    if (kind !== "securitySchemes") for (const name of Object.keys(named)) parts.add(`#/components/${kind}/${name}`);
  for (const name of Object.keys(schemas.$defs as object)) parts.add(`schemas.json#/$defs/${name}`);
  const found = new Set([...referencesIn(openapi), ...[...referencesIn(schemas)].map((one) => `schemas.json${one}`)]);
  expect([...found].toSorted()).toEqual([...parts].toSorted());
});

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (key === "$ref" && typeof one === "string") yield one;
    else yield* referencesIn(one);
  }
}
