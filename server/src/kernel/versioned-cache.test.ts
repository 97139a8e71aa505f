import { describe, expect, it } from "vitest";
import { VersionedCache, type Versioned } from "./versioned-cache.ts";
import type { Services } from "./services.ts";

const platform = {} as Services;

/** A reader that returns these values in turn and counts its calls. */
function source(...values: (Versioned<string> | null)[]) {
  const read = (): Promise<Versioned<string> | null> => Promise.resolve(values[read.asked++] ?? null);
  read.asked = 0;
  return read;
}

describe("a versioned cache", () => {
  it("reads once for a version, and again for another", async () => {
    const cache = new VersionedCache<string>(10);
    const read = source({ version: "a", value: "first" }, { version: "b", value: "second" });
    for (const version of ["a", "a", "a"]) expect(await cache.get(platform, "k", version, read)).toBe("first");
    expect(read.asked).toBe(1);
    expect(await cache.get(platform, "k", "b", read)).toBe("second");
    expect(await cache.get(platform, "k", "b", read)).toBe("second");
    expect(read.asked).toBe(2);
  });

  it("stores a value under the version it was read from, even if that is newer than the one asked for", async () => {
    const cache = new VersionedCache<string>(10);
    const read = source({ version: "c", value: "newest" });
    expect(await cache.get(platform, "k", "b", read)).toBe("newest");
    expect(await cache.get(platform, "k", "c", read)).toBe("newest");
    expect(read.asked).toBe(1);
  });

  it("forgets a value that no longer exists", async () => {
    const cache = new VersionedCache<string>(10);
    const read = source({ version: "a", value: "first" }, null, { version: "a", value: "again" });
    await cache.get(platform, "k", "a", read);
    expect(await cache.get(platform, "k", "b", read)).toBeNull();
    expect(await cache.get(platform, "k", "a", read)).toBe("again");
  });

  it("evicts the least recently used key", async () => {
    const cache = new VersionedCache<string>(2);
    const read = source(...["a", "b", "c", "b"].map((value) => ({ version: "1", value })));
    for (const key of ["a", "b", "a", "c", "a"]) await cache.get(platform, key, "1", read);
    expect(read.asked).toBe(3);
    await cache.get(platform, "b", "1", read);
    expect(read.asked).toBe(4);
  });

  it("keeps the values of two platforms apart", async () => {
    const cache = new VersionedCache<string>(2);
    const read = source({ version: "1", value: "here" }, { version: "1", value: "there" });
    expect(await cache.get(platform, "k", "1", read)).toBe("here");
    expect(await cache.get({} as Services, "k", "1", read)).toBe("there");
  });
});
