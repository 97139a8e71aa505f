import fc from "fast-check";

type Schema = Record<string, unknown>;

const NASTY = [
  "",
  " ",
  "\u0000",
  "'; drop table person; --",
  "<script>",
  "𠮷野家",
  "0",
  "-1",
  "null",
  "NaN",
  "2021-02-29",
  "9".repeat(30),
  "长".repeat(3_000),
  "{}",
  "[]",
  "%",
  "_",
  "\\",
  "../../etc/passwd",
  "\uD800",
];

/** Sample values that a hostile or careless client might send in any field. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...NASTY),
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, 2_147_483_648),
  fc.constantFrom<unknown>([], {}, [null], { __proto__: { admin: true } }, [[[[]]]]),
);

/**
 * Values that fit a JSON Schema (as zod writes them), occasionally with a hostile one. `ids` exist in the database, so that
 * requests reach the operation's work.
 */
export function valueOf(schema: Schema, ids: fc.Arbitrary<string>, nastiness = 0.08): fc.Arbitrary<unknown> {
  const fitting = fittingValue(schema, ids, nastiness);
  return fc.double({ min: 0, max: 1, noNaN: true }).chain((dice) => (dice < nastiness ? nastyValue : fitting));
}

function fittingValue(schema: Schema, ids: fc.Arbitrary<string>, nastiness: number): fc.Arbitrary<unknown> {
  const inner = (each: unknown): fc.Arbitrary<unknown> => valueOf((each ?? {}) as Schema, ids, nastiness);
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  const either = (schema.anyOf ?? schema.oneOf) as unknown[] | undefined;
  if (either) return fc.oneof(...either.map(inner));
  if (Array.isArray(schema.allOf)) return inner(schema.allOf[0]);
  if (Array.isArray(schema.type))
    return fc.oneof(...(schema.type as string[]).map((type) => inner({ ...schema, type })));
  switch (schema.type) {
    case "string":
      return text(schema, ids);
    case "integer":
    case "number":
      return fc.integer({
        min: bound(schema.minimum ?? schema.exclusiveMinimum, -5),
        max: bound(schema.maximum ?? schema.exclusiveMaximum, 100_000),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(inner(schema.items), {
        minLength: Math.min(bound(schema.minItems, 0), 5),
        maxLength: Math.max(3, Math.min(bound(schema.minItems, 0), 5)),
      });
    case "object":
      return object(schema, ids, nastiness);
    default:
      return nastyValue;
  }
}

const bound = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value)
    ? Math.max(-2_147_483_648, Math.min(2_147_483_647, value))
    : otherwise;

function text(schema: Schema, ids: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  switch (schema.format) {
    case "uuid":
      return ids;
    case "date":
      return fc.oneof(
        {
          weight: 9,
          arbitrary: fc
            .date({ min: new Date("2018-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
            .map((date) => date.toISOString().slice(0, 10)),
        },
        { weight: 1, arbitrary: fc.constantFrom("0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31") },
      );
    case "date-time":
      return fc
        .date({ min: new Date("2018-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString());
    default:
      break;
  }
  const min = bound(schema.minLength, 0);
  const max = Math.max(min, Math.min(bound(schema.maxLength, 30), 60));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.string({
        unit: fc.constantFrom(..."示例培训电工abcXYZ0123456789-".split("")),
        minLength: min,
        maxLength: max,
      }),
    },
    { weight: 1, arbitrary: ids },
  );
}

function object(schema: Schema, ids: fc.Arbitrary<string>, nastiness: number): fc.Arbitrary<unknown> {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const required = (schema.required ?? []) as string[];
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valueOf(each, ids, nastiness)])),
    { requiredKeys: required.filter((name) => name in properties) },
  );
}
