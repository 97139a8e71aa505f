import { expect, test } from "vitest";
import { readDraft, writeDraft } from "./draft-store.ts";

test("drafts come back within thirty days and never break the page", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
  expect(writeDraft(storage, "claim", { note: "a" }, 0)).toBe(true);
  expect(readDraft(storage, "claim", 1000)).toEqual({ note: "a" });
  expect(readDraft(storage, "claim", 31 * 24 * 3600 * 1000)).toBeNull();
  kept.set("jinengtong.draft.claim", "{broken");
  expect(readDraft(storage, "claim", 1000)).toBeNull();
});
