import { describe, expect, it } from "vitest";
import { Kept, type Versioned } from "./kept.ts";
import type { Services } from "./services.ts";

const platform = {} as Services;

/** Gives these one after another and counts how often it is asked. */
function source(...values: (Versioned<string> | null)[]) {
  const read = (): Promise<Versioned<string> | null> => Promise.resolve(values[read.asked++] ?? null);
  read.asked = 0;
  return read;
}

describe("what is kept", () => {
  it("is read once for a version, and again for another", async () => {
    const kept = new Kept<string>(10);
    const read = source({ version: "a", value: "first" }, { version: "b", value: "second" });
    for (const version of ["a", "a", "a"]) expect(await kept.get(platform, "k", version, read)).toBe("first");
    expect(read.asked).toBe(1);
    expect(await kept.get(platform, "k", "b", read)).toBe("second");
    expect(await kept.get(platform, "k", "b", read)).toBe("second");
    expect(read.asked).toBe(2);
  });

  it("stands under the version it was read from, where that is newer than the one asked for", async () => {
    const kept = new Kept<string>(10);
    const read = source({ version: "c", value: "newest" });
    expect(await kept.get(platform, "k", "b", read)).toBe("newest");
    expect(await kept.get(platform, "k", "c", read)).toBe("newest");
    expect(read.asked).toBe(1);
  });

  it("is forgotten where there is nothing any more", async () => {
    const kept = new Kept<string>(10);
    const read = source({ version: "a", value: "first" }, null, { version: "a", value: "again" });
    await kept.get(platform, "k", "a", read);
    expect(await kept.get(platform, "k", "b", read)).toBeNull();
    expect(await kept.get(platform, "k", "a", read)).toBe("again");
  });

  it("makes room by what was not used for longest", async () => {
    const kept = new Kept<string>(2);
    const read = source(...["a", "b", "c", "b"].map((value) => ({ version: "1", value })));
    for (const key of ["a", "b", "a", "c", "a"]) await kept.get(platform, key, "1", read);
    expect(read.asked).toBe(3);
    await kept.get(platform, "b", "1", read);
    expect(read.asked).toBe(4);
  });

  it("is each platform's own", async () => {
    const kept = new Kept<string>(2);
    const read = source({ version: "1", value: "here" }, { version: "1", value: "there" });
    expect(await kept.get(platform, "k", "1", read)).toBe("here");
    expect(await kept.get({} as Services, "k", "1", read)).toBe("there");
  });
});
