const texts = new WeakMap<object, Buffer>();

/**
 * Serializes a value once. Answers that hold it reuse those bytes instead of calling `JSON.stringify` again, so the value must not
 * change from now on. Worth it for data that many people receive unchanged.
 */
export function preserialize<T extends object>(value: T): T {
  texts.set(value, Buffer.from(JSON.stringify(value)));
  return value;
}

/** UTF-8 JSON of an answer with preserialized values at its top level; null if it has none. */
export function joinPreserialized(answer: unknown): Buffer | null {
  if (typeof answer !== "object" || answer === null) return null;
  const known: Buffer[] = [];
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(answer)) {
    const text = typeof value === "object" && value !== null ? texts.get(value as object) : undefined;
    if (text) known.push(Buffer.from(`,${JSON.stringify(key)}:`), text);
    else others[key] = value;
  }
  if (known.length === 0) return null;
  const rest = JSON.stringify(others);
  // Preserialized parts come last, each with a leading comma; without other parts the first drops its comma.
  if (rest === "{}") known[0] = (known[0] as Buffer).subarray(1);
  return Buffer.concat([Buffer.from(rest.slice(0, -1)), ...known, END]);
}

const END = Buffer.from("}");
