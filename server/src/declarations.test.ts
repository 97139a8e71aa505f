import { describe, expect, it } from "vitest";
import { modules } from "./modules.ts";
import { createTestApp } from "./test/index.ts";
import { composeHouse, DeclarationError } from "./kernel/house.ts";
import type { Module } from "./kernel/module.ts";
import { operation } from "./kernel/operation.ts";
import { Done } from "./kernel/shapes.ts";
import { sealedPlaces } from "./kernel/sealed.ts";

const words = { nouns: { note: "备注" } };
const note: Module = { name: "notes", operations: {}, words };
const list = {
  method: "GET" as const,
  path: "/api/v1/notes" as const,
  summary: "备注",
  permission: { roles: ["institution"] as const },
  output: Done,
  run: () => Promise.resolve({ id: "" }),
};
const open = operation(list);
const scoped = operation({ ...list, scope: "notes:read" });
const own = { notes: { list: open } };
const listener = {
  event: "texts-queued" as const,
  name: "send",
  title: "发送",
  run: () => Promise.resolve(),
};
const machine = {
  machine: "note",
  noun: "备注",
  table: "stored_file" as const,
  birth: ["draft"],
  states: { draft: { label: "草稿", to: ["kept"] }, kept: { label: "已存", to: [] } },
};

/** Invalid declarations, with the error of the start. */
const WRONG: [string, Module[], string][] = [
  ["two modules of one name", [note, { ...note, words: { nouns: {} } }], "notes: module notes is declared twice"],
  [
    "a noun of two modules",
    [note, { ...note, name: "others" }],
    "others: noun note is declared twice, before by notes",
  ],
  [
    "a noun's label of two nouns",
    [note, { ...note, name: "others", words: { nouns: { memo: "备注" } } }],
    "others: the noun's label 备注 is declared twice, before by notes",
  ],
  [
    "an operation of two modules",
    [
      { ...note, operations: own },
      { name: "others", operations: own, words: { nouns: {} } },
    ],
    "others: operation notes.list is declared twice, before by notes",
  ],
  [
    "two operations of one route",
    [{ ...note, operations: { notes: { list: open, all: open } } }],
    "notes: route GET /api/v1/notes is declared twice",
  ],
  [
    "one label for two states",
    [
      {
        ...note,
        states: [machine],
        words: {
          ...words,
          states: { note: { draft: { label: "草稿", kind: "turn" }, kept: { label: "草稿", kind: "done" } } },
        },
      },
    ],
    "notes: the label 草稿 of a state of note is declared twice",
  ],
  [
    "a scope without a label",
    [{ ...note, operations: { notes: { list: scoped } } }],
    "notes: operation notes.list has the scope notes:read, which has no label",
  ],
  [
    "a label for a scope of no operation",
    [{ ...note, words: { ...words, scopes: { "notes:write": "写备注" } } }],
    "notes: scope notes:write has a label, but no operation has it",
  ],
  [
    "an event nobody hears",
    [{ ...note, emits: ["texts-queued"] }],
    "notes: nobody hears the event texts-queued; give it a listener or list it in exports",
  ],
  [
    "a listener of an event that nobody emits",
    [{ ...note, subscriptions: [listener] }],
    "notes: send waits for the event texts-queued, which nobody emits",
  ],
  [
    "a listener of a later module's event",
    [
      { ...note, subscriptions: [listener] },
      { name: "later", operations: {}, words: { nouns: {} }, emits: ["texts-queued"] },
    ],
    "notes: send hears the event texts-queued of a later module",
  ],
  [
    "a job without a title",
    [{ ...note, schedules: [{ name: "tidy", title: "", cron: "0 0 * * *", run: () => Promise.resolve() }] }],
    "notes: job schedule:tidy has no title",
  ],
  ["a machine without words", [{ ...note, states: [machine] }], "notes: state machine note has no words"],
  [
    "a state without a label",
    [{ ...note, states: [machine], words: { ...words, states: { note: { draft: { label: "草稿", kind: "turn" } } } } }],
    "notes: state kept of note has no label",
  ],
  [
    "a label for a state that is none",
    [{ ...note, words: { ...words, states: { note: { lost: { label: "丢失", kind: "ended" } } } } }],
    "notes: words for a state machine note, which it doesn't have",
  ],
  [
    "a sealed column of two modules",
    [
      { ...note, sealed: [{ table: "person", column: "phone" }] },
      { ...note, name: "others", words: { nouns: {} }, sealed: [{ table: "person", column: "phone" }] },
    ],
    "others: sealed column person.phone is declared twice",
  ],
];

describe("a module declaration that is wrong stops the start with place and reason", () => {
  it.each(WRONG)("%s", (_name, given, reason) => {
    expect(() => composeHouse(given)).toThrow(DeclarationError);
    expect(() => composeHouse(given)).toThrow(reason);
  });

  it("all at once", () => {
    const two = { ...note, operations: { notes: { list: scoped } }, emits: ["texts-queued"] as const };
    expect(() => composeHouse([two])).toThrow(/notes:read[\s\S]*texts-queued/u);
  });

  it("the house as it is has none", () => {
    expect(composeHouse(modules).scopes.size).toBeGreaterThan(10);
  });
});

it("sealed columns are those of the schema, each way", async () => {
  const app = await createTestApp();
  try {
    const { database, house } = app.services;
    expect((await sealedPlaces(database, house.sealed)).length).toBe(house.sealed.length);
    await expect(sealedPlaces(database, house.sealed.slice(1))).rejects.toThrow("no module declares it");
    await expect(
      sealedPlaces(database, [...house.sealed, { table: "account", column: "secret" } as never]),
    ).rejects.toThrow("account.secret_sealed: declared as sealed, but no such column");
  } finally {
    await app.close();
  }
});
