import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { missingEntries } from "./complete-lock.ts";
import type { Lock } from "./complete-lock.ts";

it("finds package-lock.json complete, so that `npm ci` takes it on every platform (node scripts/complete-lock.ts mends it)", () => {
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as Lock;
  expect(Object.keys(missingEntries(lock))).toEqual([]);
});

it("finds no address of a registry in package-lock.json", () => {
  expect(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")).not.toContain('"resolved": "http');
});

it("works out a missing package's platform from its name", () => {
  const lock: Lock = {
    packages: {
      "": {},
      "node_modules/tool": {
        version: "1.0.0",
        dev: true,
        optionalDependencies: { "@tool/linux-x64-musl": "1.0.0", "@tool/win32-arm64": "1.0.0", "@tool/here": "1.0.0" },
      },
      "node_modules/@tool/here": { version: "1.0.0" },
    },
  };
  expect(missingEntries(lock)).toEqual({
    "node_modules/@tool/linux-x64-musl": {
      version: "1.0.0",
      cpu: ["x64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
    "node_modules/@tool/win32-arm64": { version: "1.0.0", cpu: ["arm64"], dev: true, optional: true, os: ["win32"] },
  });
});
