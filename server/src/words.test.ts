import { ROLES, stateWord, type StateWord, WORDS } from "@jinengtong/words";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { BENEFITS } from "@jinengtong/policy";
import { describe, expect, it } from "vitest";
import { Role } from "./kernel/actor.ts";
import { composeHouse } from "./kernel/house.ts";
import { modules } from "./modules.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

describe("what pages show is what the server knows", () => {
  const machines = modules.flatMap((module) => module.states ?? []);

  it.each(machines.map((machine) => [machine.machine, machine] as const))("every state of %s", (_name, machine) => {
    for (const [state, { label }] of Object.entries(machine.states)) {
      const shown = stateWord(machine.machine as never, state);
      expect([state, shown.label]).toEqual([state, label]);
      expect(label).toMatch(/[\u4E00-\u9FFF]/u);
    }
  });

  it("every role", () => {
    expect(Role.options).toEqual(Object.keys(ROLES));
  });

  it("every module, with its own words", () => {
    expect(modules.map((module) => [module.name, module.words])).toEqual(Object.entries(WORDS));
  });

  it("every scope, with the roles that can use it", () => {
    for (const [scope, { label, roles }] of composeHouse(modules).scopes) {
      expect([scope, label]).toEqual([scope, expect.stringMatching(/[\u4E00-\u9FFF]/u)]);
      expect([scope, roles.size]).not.toEqual([scope, 0]);
    }
  });
});

/** Sets of code and label that may be defined in one place only. */
const SETS: Record<string, Readonly<Record<string, string>>> = {
  roles: ROLES,
  benefits: BENEFITS,
  ...Object.fromEntries(
    Object.values(WORDS).flatMap((words) => [
      ...("scopes" in words ? [[`scopes ${Object.keys(words.scopes)[0] ?? ""}`, words.scopes]] : []),
      ...("states" in words
        ? Object.entries(words.states as Record<string, Record<string, StateWord>>).map(([machine, states]) => [
            `states of ${machine}`,
            Object.fromEntries(Object.entries(states).map(([state, { label }]) => [state, label])),
          ])
        : []),
    ]),
  ),
};

/** Whether a source labels a code: `code: "label"`, `code: { …, label: "label" }` or `value: "code", label: "label"`. */
function retypes(source: string, code: string, label: string): boolean {
  const key = `(?:"${code}"|(?<![\\w.-])${code})`;
  return new RegExp(`${key}\\s*(?::\\s*(?:\\{[^{}]*?)?|,\\s*(?:label|title):\\s*)"${label}"`, "u").test(source);
}

describe("no label is typed a second time", () => {
  it("in a source of the pages or the server", async () => {
    const found: string[] = [];
    for (const folder of ["web/src", "server/src"]) {
      for (const file of await readdir(path.join(ROOT, folder), { recursive: true })) {
        if (!/\.tsx?$/u.test(file) || /\.test\.tsx?$|^showcase\/|^(?:demo|test)\//u.test(file)) continue;
        const source = await readFile(path.join(ROOT, folder, file), "utf8");
        for (const [name, labels] of Object.entries(SETS)) {
          const typed = Object.entries(labels).filter(([code, label]) => retypes(source, code, label));
          // One such word may mean something else (a kind of organisation is called like its role); several are a second list.
          if (typed.length > (name === "roles" ? 2 : 1))
            found.push(`${folder}/${file}: ${name}: ${typed.map(([code]) => code).join(", ")}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
