import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "..");

/** Where something else than a form on the helper shows what was refused, and why. */
const EXCEPTIONS: Record<string, string> = {
  "features/claims/PreviewPanel.tsx": "shows the refusal of a form that stands beside it",
  "features/returns/ReturnSheet.tsx":
    "its fields are the columns of a form that is data, with names that no page knows beforehand",
  "showcase/ViewsPart.tsx": "shows the notice itself",
};

const byHand = /\bfieldError\(|\bfieldNames=|\buseDraft\(/u;
const files = globSync("{app,features,frame,kit,lists,portals,showcase}/**/*.{ts,tsx}", { cwd: source }).filter(
  (file) => !/^kit\/(form\.tsx|form-rules\.ts|use-draft\.ts|forms\.test\.ts)$/u.test(file) && !file.includes(".test."),
);

test("every form stands on useForm: none reads a refusal, names fields or keeps a draft by hand", () => {
  const found = files.filter((file) => byHand.test(readFileSync(resolve(source, file), "utf8")));
  expect(found.filter((file) => !(file in EXCEPTIONS))).toEqual([]);
});

test("no input cuts a text to its length: it stays whole, and the form says that it is too long", () => {
  const cutting = files.filter((file) => /\bmaxLength\s*[=:?]/u.test(readFileSync(resolve(source, file), "utf8")));
  expect(cutting).toEqual([]);
});
