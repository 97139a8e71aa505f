import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { checkUpload, sniffMedia } from "./sniff.ts";
import { decodeText, detectTextEncoding } from "./text.ts";
import { makeZip } from "../zip/make-zip.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const gbkRoster = Buffer.from("d0d5c3fb2cb5e7bbb00d0ad5c5c8fd2c31333836323730303030310d0a", "hex");
const roster = "姓名,电话\r\n张三,13862700001\r\n";
const word = makeZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" });

describe("what a file is", () => {
  it.each([
    ["pdf", latin1("%PDF-1.7\n%\xe2\xe3")],
    ["png", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["jpeg", latin1("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["mp4", latin1("\0\0\0\x20ftypisom\0\0\x02\0")],
    ["webm", latin1("\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm")],
    ["docx", word],
    ["zip", makeZip({ "readme.txt": "hello" })],
    ["xls", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook")],
    ["csv", Buffer.from(roster)],
    ["csv", Buffer.from(`\ufeff${roster}`)],
    ["csv", gbkRoster],
    ["csv", Buffer.from(`\ufeff${roster}`, "utf16le")],
    ["csv", Buffer.from("BM编号,姓名\r\n1,张三\r\n")],
    ["html", Buffer.from("<!doctype html><script>")],
    ["html", Buffer.from("\n <svg xmlns='http://www.w3.org/2000/svg' onload='x()'>")],
    ["html", Buffer.from("<?xml version='1.0'?><svg/>")],
  ])("%s by its content (%#)", async (kind, bytes) => expect((await sniffMedia(bytes))?.kind).toBe(kind));

  it("tells a real workbook", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "名册", rows: [["姓名"], ["张三"]] }] });
    expect(await sniffMedia(bytes)).toMatchObject({ kind: "xlsx", extension: "xlsx" });
    expect(await sniffMedia(bytes.subarray(0, bytes.length - 30))).toBeUndefined();
  });

  it.each([
    ["a program", latin1("MZ\x90\0\x03\0\0\0")],
    ["an ELF program", latin1("\x7fELF\x02\x01\x01\0")],
    ["a Matroska video", latin1("\x1a\x45\xdf\xa3\x9fB\x82\x88matroska")],
    ["a gzip", latin1("\x1f\x8b\x08\0\0\0\0\0")],
    ["a workbook with macros", makeZip({ "[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "" })],
    [
      "an encrypted workbook",
      Buffer.concat([latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Buffer.from("EncryptedPackage", "utf16le")]),
    ],
    ["compressed noise", deflateRawSync(Buffer.from(roster.repeat(50)))],
    ["a Flash video in an MP4 container", latin1("\0\0\0\x20ftypF4V \0\0\x02\0")],
    ["an archive whose names lead out of it", makeZip({ "../a.txt": "x" })],
    ["a quicktime movie", latin1("\0\0\0\x14ftypqt  ")],
  ])("does not know %s", async (_, bytes) => expect(await sniffMedia(bytes)).toBeUndefined());

  it("reads the kind of a large text whose head splits a character", async () => {
    const large = Buffer.from(`x${"张".repeat(40_000)}`);
    expect((await sniffMedia(large))?.kind).toBe("csv");
  });
});

describe("an upload", () => {
  const pdf = latin1("%PDF-1.7\n");
  it.each([
    ["nothing", Buffer.alloc(0), {}, "upload-empty"],
    ["a program named .pdf", latin1("MZ\x90\0\x03\0"), {}, "upload-type-unknown"],
    ["a web page named .pdf", Buffer.from("<html>"), {}, "upload-type-refused"],
    ["too large a paper", pdf, { totalBytes: (20 << 20) + 1 }, "upload-too-large"],
    ["a paper larger than this place takes", pdf, { maxBytes: 8 }, "upload-too-large"],
  ])("of %s is refused", async (_, bytes, rules, code) => {
    expect(await checkUpload(bytes, { kinds: ["pdf", "jpeg"], ...rules })).toMatchObject({ ok: false, code });
  });
  it("of what is wanted is accepted, and refusals name what is", async () => {
    expect(await checkUpload(pdf, { kinds: ["pdf"] })).toMatchObject({ ok: true, value: { extension: "pdf" } });
    expect(await checkUpload(Buffer.from("<html>"), { kinds: ["pdf", "jpeg"] })).toMatchObject({
      message: "文件内容是网页文件，此处请上传PDF 文件、JPG 图片。",
    });
  });
});

describe("text from office computers", () => {
  it.each([
    ["utf-8", Buffer.from(roster)],
    ["utf-8", Buffer.from(`\ufeff${roster}`)],
    ["gb18030", gbkRoster],
    ["utf-16le", Buffer.from(`\ufeff${roster}`, "utf16le")],
    ["utf-16le", Buffer.from(roster, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${roster}`, "utf16le").swap16()],
    ["utf-16be", Buffer.from(roster, "utf16le").swap16()],
  ])("in %s is read (%#)", (encoding, bytes) => {
    expect(detectTextEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes)).toBe(roster);
  });
  it("keeps rare characters of GB18030", () => {
    expect(decodeText(Buffer.from("cee2fe9f9534b235", "hex"))).toBe("吴䶮𠮷");
  });
  it("is undefined for binary content", () => expect(decodeText(latin1("\0\x01\x02\x03"))).toBeUndefined());
});
