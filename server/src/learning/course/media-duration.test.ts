import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mediaDurationMs } from "./media-duration.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "jinengtong-media-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function durationOf(kind: "mp4" | "webm", content: Buffer): Promise<number | null> {
  const file = path.join(directory, "video");
  await writeFile(file, content);
  return mediaDurationMs(file, kind);
}

const box = (name: string, ...content: Buffer[]): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0));
  head.write(name, 4, "latin1");
  return Buffer.concat([head, ...content]);
};
const movie = (scale: number, duration: number): Buffer => {
  const body = Buffer.alloc(100);
  body.writeUInt32BE(scale, 12);
  body.writeUInt32BE(duration, 16);
  return box("mvhd", body);
};
const longMovie = (scale: number, duration: bigint): Buffer => {
  const body = Buffer.alloc(112);
  body.writeUInt8(1, 0);
  body.writeUInt32BE(scale, 20);
  body.writeBigUInt64BE(duration, 24);
  return box("mvhd", body);
};
const type = box("ftyp", Buffer.from("isom"));

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};
/** A head, an index that names the header's id, then the header (Info) of these elements. */
const webm = (...elements: Buffer[]): Buffer => {
  const info = Buffer.concat(elements);
  return Buffer.concat([
    hex("1a45dfa3 80 18538067 01ffffffffffffff 114d9b74 87 53ab84 1549a966 1549a966"),
    Buffer.from([0x80 | info.length]),
    info,
  ]);
};
const SCALE_1_MS = hex("2ad7b1 83 0f4240");

describe("the length of a video", () => {
  const cases: [string, "mp4" | "webm", () => Buffer, number | null][] = [
    ["mp4", "mp4", () => Buffer.concat([type, box("moov", movie(1_000, 48_000))]), 48_000],
    [
      "mp4 with its header last",
      "mp4",
      () => Buffer.concat([type, box("mdat", Buffer.alloc(5_000)), box("moov", movie(600, 900))]),
      1_500,
    ],
    ["mp4 of 64-bit times", "mp4", () => Buffer.concat([type, box("moov", longMovie(90_000, 900_000n))]), 10_000],
    ["mp4 without a header", "mp4", () => Buffer.concat([type, box("mdat", Buffer.alloc(100))]), null],
    ["mp4 of no length", "mp4", () => Buffer.concat([type, box("moov", movie(1_000, 0))]), null],
    ["mp4 of a time scale of nothing", "mp4", () => Buffer.concat([type, box("moov", movie(0, 5_000))]), null],
    ["mp4 of a hundred days", "mp4", () => Buffer.concat([type, box("moov", movie(1, 8_640_000))]), null],
    [
      "mp4 whose boxes are smaller than their heads",
      "mp4",
      () => Buffer.concat([type, hex("00000004 66726565 00000000")]),
      null,
    ],
    [
      "mp4 cut within its header",
      "mp4",
      () => Buffer.concat([type, box("moov", movie(1_000, 48_000))]).subarray(0, 40),
      null,
    ],
    ["webm", "webm", () => webm(SCALE_1_MS, hex("4489 88"), double(42_000)), 42_000],
    ["webm of another time scale", "webm", () => webm(hex("2ad7b1 83 01e848"), hex("4489 88"), double(42_000)), 5_250],
    ["webm that does not say", "webm", () => webm(SCALE_1_MS), null],
    ["webm whose element runs past its end", "webm", () => webm(hex("4489 ff")), null],
    ["webm of nothing", "webm", () => hex("1a45dfa3"), null],
  ];
  it.each(cases)("%s", async (_name, kind, content, expected) => {
    expect(await durationOf(kind, content())).toBe(expected);
  });
});
