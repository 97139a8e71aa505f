const texts = new WeakMap<object, Buffer>();

/**
 * Marks a value as never changing from now on and keeps its JSON, so that answers that hold it are put together from bytes
 * instead of being written anew. Worth it for what many people are given alike.
 */
export function rendered<T extends object>(value: T): T {
  texts.set(value, Buffer.from(JSON.stringify(value)));
  return value;
}

/** An answer that holds rendered values (each under a key of its own) as JSON in UTF-8; null for any other answer. */
export function renderedAnswer(answer: unknown): Buffer | null {
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
  // The known parts come last: each begins with a comma, which the first has no use for where nothing stands before it.
  if (rest === "{}") known[0] = (known[0] as Buffer).subarray(1);
  return Buffer.concat([Buffer.from(rest.slice(0, -1)), ...known, END]);
}

const END = Buffer.from("}");
