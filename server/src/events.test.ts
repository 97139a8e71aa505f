import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { modules } from "./modules.ts";

/** Every name in an `interface Events { … }` of the sources. */
async function declaredEvents(): Promise<string[]> {
  const found: string[] = [];
  for (const file of await readdir(import.meta.dirname, { recursive: true })) {
    if (path.basename(file) !== "events.ts") continue;
    const text = await readFile(path.join(import.meta.dirname, file), "utf8");
    found.push(...[...text.matchAll(/^\s+"([a-z-]+)": \{/gmu)].map((match) => match[1] as string));
  }
  return found.toSorted();
}

const emitted = modules.flatMap((module) => [...(module.emits ?? [])]);

it("every event is of one module, and declared with its payload", async () => {
  expect(emitted.toSorted()).toEqual(await declaredEvents());
});

it("every event has a listener, or is for others", () => {
  const heard = new Set(modules.flatMap((module) => (module.subscriptions ?? []).map(({ event }) => event)));
  const exported = new Set(modules.flatMap((module) => module.exports ?? []));
  expect(emitted.filter((event) => !heard.has(event) && !exported.has(event))).toEqual([]);
});

it("is heard by later modules only, or by its own", () => {
  const order = new Map(modules.flatMap((module, at) => (module.emits ?? []).map((event) => [event, at] as const)));
  const early = modules.flatMap((module, at) =>
    (module.subscriptions ?? []).filter(({ event }) => (order.get(event) ?? 0) > at).map(({ name }) => name),
  );
  expect(early).toEqual([]);
});
