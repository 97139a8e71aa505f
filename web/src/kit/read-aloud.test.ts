import { describe, expect, it } from "vitest";
import { chineseVoice, piecesOf } from "./read-aloud.ts";

describe("a text to be read aloud", () => {
  it("is cut at its sentences, into pieces that are spoken to their end", () => {
    const sentence = "学的每一课时都有据可查。";
    const pieces = piecesOf(sentence.repeat(30));
    expect(pieces.join("")).toBe(sentence.repeat(30));
    expect(pieces.every((piece) => piece.length <= 120 && piece.endsWith("。"))).toBe(true);
  });

  it("is cut anyway where it has no stop, and is nothing where there is nothing", () => {
    expect(piecesOf("长".repeat(250)).map((piece) => piece.length)).toEqual([120, 120, 10]);
    expect(piecesOf(" \n ")).toEqual([]);
  });
});

const voice = (lang: string, localService: boolean) => ({ lang, localService }) as SpeechSynthesisVoice;

describe("the voice", () => {
  it("is a Chinese one, the device's own first", () => {
    const own = voice("zh_CN", true);
    expect(chineseVoice([voice("en-US", true), voice("zh-CN", false), own])).toBe(own);
    expect(chineseVoice([voice("cmn-Hans-CN", false)])?.lang).toBe("cmn-Hans-CN");
  });

  it("is none where the device speaks other languages only", () => {
    expect(chineseVoice([voice("en-US", true), voice("zhx", true)])).toBeNull();
  });
});
