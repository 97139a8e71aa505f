import { describe, expect, it } from "vitest";
import { readZipDirectory } from "./directory.ts";
import { makeZip } from "./make-zip.ts";

const END = 22;

/** An archive whose directory was altered: `at` counts from the directory's first byte. */
function altered(at: number, value: number): Buffer {
  const bytes = makeZip({ "a.txt": "hello" });
  const directory = bytes.readUInt32LE(bytes.length - END + 16);
  bytes.writeUInt16LE(value, directory + at);
  return bytes;
}

function withLocator(): Buffer {
  const bytes = makeZip({ "a.txt": "hello" });
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  return Buffer.concat([bytes.subarray(0, -END), locator, bytes.subarray(-END)]);
}

function withCount(count: number): Buffer {
  const bytes = makeZip({ "a.txt": "hello" });
  bytes.writeUInt16LE(count, bytes.length - END + 10);
  return bytes;
}

describe("the directory of a ZIP archive", () => {
  it("lists names and claimed sizes, without unpacking", async () => {
    expect(await readZipDirectory(makeZip({ "a.txt": "hello", "名册/b.txt": "" }, { "a.txt": 1 << 30 }))).toMatchObject(
      [
        { name: "a.txt", compressedBytes: 5, declaredBytes: 1 << 30, encrypted: false },
        { compressedBytes: 0, declaredBytes: 0 },
      ],
    );
  });

  it("tells an encrypted file", async () => {
    expect(await readZipDirectory(altered(8, 1))).toMatchObject([{ encrypted: true }]);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["something else", Buffer.from("PK\x03\x04 and nothing more")],
    ["a cut archive", makeZip({ "a.txt": "hello" }).subarray(0, -5)],
    ["a spoiled directory", altered(0, 0)],
    ["a name that leads out", makeZip({ "../a.txt": "" })],
    ["a name from the root", makeZip({ "/etc/a.txt": "" })],
    ["ZIP64", withLocator()],
    ["more files than anybody sends", withCount(10_001)],
    ["fewer files than it claims", withCount(2)],
  ])("is none for %s", async (_, bytes) => expect(await readZipDirectory(bytes)).toBeUndefined());
});
