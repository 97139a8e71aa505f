import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { ArchiveError, readTar, writeTar } from "./tar.ts";
import type { TarEntry } from "./tar.ts";

const PIECE = 64 * 1024;

const bodies = [
  { name: "header.json", size: 2, body: [Buffer.from("{}")] },
  { name: "tables/0007/000003", size: 8, body: [Buffer.from("䶮\t"), Buffer.from("行\n")] },
  { name: "empty", size: 0, body: [] },
];

async function* entries(): AsyncGenerator<TarEntry> {
  for (const { name, size, body } of bodies) yield { name, size, body: Readable.from(body) };
}

async function* one(name: string, size: number, body: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  yield { name, size, body };
}

async function* inPieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function contentsOf(bytes: Buffer, length = PIECE): Promise<[name: string, size: number, text: string][]> {
  const found: [string, number, string][] = [];
  for await (const { name, size, body } of readTar(inPieces(bytes, length))) {
    found.push([name, size, Buffer.concat(await Array.fromAsync(body)).toString()]);
  }
  return found;
}

const written = async () => Buffer.concat(await Array.fromAsync(writeTar(entries()) as AsyncIterable<Buffer>));

describe("the archive of a backup", () => {
  const expected = [
    ["header.json", 2, "{}"],
    ["tables/0007/000003", 8, "䶮\t行\n"],
    ["empty", 0, ""],
  ];

  it.each([1, 512, PIECE])("comes back as it was written, read by %i bytes", async (length) => {
    expect(await contentsOf(await written(), length)).toEqual(expected);
  });

  it.each([
    ["cut within a header", (bytes: Buffer) => bytes.subarray(0, 700), "备份文件不完整：在中途结束"],
    ["cut within a body", (bytes: Buffer) => bytes.subarray(0, 513), "备份文件不完整：在中途结束"],
    ["with an altered header", (bytes: Buffer) => bytes.fill("x", 20, 21), "这不是本平台的备份文件，或文件已损坏"],
    ["of something else", () => Buffer.alloc(2048, "x"), "这不是本平台的备份文件，或文件已损坏"],
  ])("is refused when it is %s", async (_, damage, message) => {
    await expect(contentsOf(damage(await written()))).rejects.toThrow(new ArchiveError(message));
  });

  it("holds only a piece of a large body at a time", async () => {
    let made = 0;
    async function* large() {
      for (; made < 1000; made++) yield Buffer.alloc(PIECE);
    }
    const archive = writeTar(one("large", 1000 * PIECE, large()));
    for await (const _ of archive) break;
    expect(made).toBeLessThan(50);
  });

  it("fails when a body is not of the size that was told", async () => {
    const wrong = writeTar(one("a", 3, Readable.from([Buffer.from("ab")])));
    await expect(Array.fromAsync(wrong)).rejects.toThrow();
  });
});
