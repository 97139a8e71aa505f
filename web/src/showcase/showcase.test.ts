import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const kit = resolve(import.meta.dirname, "../kit");
const shown = globSync("*.tsx", { cwd: import.meta.dirname })
  .map((file) => readFileSync(resolve(import.meta.dirname, file), "utf8"))
  .join("\n");

/** Draws nothing itself, or is part of another. */
const invisible = ["KitProvider.tsx", "popover-panel.tsx"];

const components = globSync("{,staff/}*.tsx", { cwd: kit }).filter(
  (file) =>
    !invisible.includes(file) && /^export (?:default )?function [A-Z]/mu.test(readFileSync(resolve(kit, file), "utf8")),
);

it.each(components)("the showcase shows %s", (file) => {
  expect(shown).toContain(`from "../kit/${file}"`);
});
