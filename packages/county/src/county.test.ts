import { describe, expect, it } from "vitest";
import example from "../../../counties/example/county.json" with { type: "json" };
import shipped from "../../../counties/rugao/county.json" with { type: "json" };
import { enterCounty, isTown, regionName, townCodeOf } from "./county.ts";
import { placeholderCounty } from "./placeholder.ts";
import { County } from "./schema.ts";

describe("a county's file", () => {
  it.each([shipped, example])("$region.name is sound, and a labelled sample", (file) => {
    expect(County.parse(file).note).toContain("示例");
  });

  it.each([
    ["another county's town", { towns: [{ code: "110101001", name: "外县镇" }] }, "towns/0/code"],
    ["a town twice", { towns: [...shipped.towns, shipped.towns[3]] }, "towns/14/code"],
    ["no town at all", { towns: [] }, "towns"],
    ["a city that doesn't hold it", { within: [{ code: "51", name: "四川省" }] }, "within/0/code"],
    ["a code with letters", { region: { ...shipped.region, code: "32068X" } }, "region/code"],
    ["a small prefix", { numbers: { ...shipped.numbers, claim: "rg" } }, "numbers/claim"],
    ["one prefix for two things", { numbers: { claim: "RG", class: "RG", batch: "BF" } }, "numbers"],
    ["no programme", { programmes: [] }, "programmes"],
    [
      "an office without hours",
      { offices: { ...shipped.offices, audit: { ...shipped.offices.audit, hours: "" } } },
      "offices/audit/hours",
    ],
    [
      "rules of the lists out of order",
      { listBasis: ["2026-01-01", "2025-01-01"].map((from) => ({ from, by: "filing", source: "示例文件" })) },
      "listBasis/1/from",
    ],
    ["a word nobody knows", { hotLine: "12333" }, ""],
  ])("refuses %s, with its place", (_what, change, place) => {
    const { error } = County.safeParse({ ...shipped, ...change });
    expect(error?.issues.map((issue) => issue.path.join("/"))).toContain(place);
  });

  it("has a placeholder for each word that a page may be built with", () => {
    expect(Object.keys(placeholderCounty)).toEqual(Object.keys(shipped).filter((key) => key !== "note"));
    expect(Object.keys(placeholderCounty.offices)).toEqual(Object.keys(shipped.offices));
  });
});

describe("the county that was entered", () => {
  it.each([
    ["320682105", "白蒲镇"],
    ["320682", "如皋市"],
    ["320600", "南通市"],
    ["320000", "江苏省"],
    ["999999", "999999"],
  ])("calls %s %s", (code, name) => {
    enterCounty(County.parse(shipped));
    expect(regionName(code)).toBe(name);
  });

  it.each([
    ["白蒲镇", "320682105"],
    ["白蒲", "320682105"],
    ["如城街道", "320682001"],
    ["如皋市白蒲镇", "320682105"],
    ["江苏省南通市如皋市 白蒲镇", "320682105"],
    ["城北街道", "320682400"],
    ["", undefined],
    ["火星镇", undefined],
  ])("finds %s", (name, code) => {
    enterCounty(County.parse(shipped));
    expect(townCodeOf(name)).toBe(code);
  });

  it("knows its own towns alone", () => {
    enterCounty(County.parse(example));
    expect([isTown("519921201"), townCodeOf("云上"), isTown("320682105")]).toEqual([true, "519921201", false]);
  });
});
