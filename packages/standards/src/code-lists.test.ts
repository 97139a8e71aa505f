import { describe, expect, it } from "vitest";
import { attendanceMarks } from "./attendance-mark.ts";
import { certificateKinds } from "./certificate-kind.ts";
import { makeCertificateNumber, parseCertificateNumber } from "./certificate-number.ts";
import { groupOfWord, groups } from "./group.ts";
import { classHoursOfMinutes, formatClassHours, minutesOfClassHours } from "./hours.ts";
import { hrssElements } from "./hrss-element.ts";
import { findOccupation, isOccupationCode, occupationLabel, occupations } from "./occupation.ts";
import { isTrainingCarrier, organisationKinds } from "./organisation-kind.ts";
import { mustParse } from "./parsed.ts";
import { covers, isRegionCode } from "./region.ts";
import {
  eightLevels,
  isHighSkilled,
  isSkillLevel,
  readSkillLevel,
  skillLevelLabel,
  skillLevelOfEight,
  skillLevels,
} from "./skill-level.ts";

describe("code lists", () => {
  it.each([
    ["groups", groups, 15],
    ["certificate kinds", certificateKinds, 7],
    ["attendance marks", attendanceMarks, 6],
    ["organisation kinds", organisationKinds, 11],
    ["eight levels", eightLevels, 8],
    ["HRSS elements", hrssElements, 16],
  ])("%s: each has its own Chinese name, both ways", (_, list, size) => {
    expect(list.codes).toHaveLength(size);
    expect(new Set(list.options.map((option) => option.label)).size).toBe(size);
    for (const { code, label } of list.options) expect(list.codeOf(` ${label} `)).toBe(code);
  });
  it("knows what it does not hold", () => {
    expect(attendanceMarks.has("present")).toBe(true);
    expect(attendanceMarks.has("toString")).toBe(false);
    expect(attendanceMarks.codeOf("旷工")).toBeUndefined();
    expect(attendanceMarks.label("left-early")).toBe("早退");
  });
  it("tells carriers of training from the rest", () => {
    expect(organisationKinds.codes.filter(isTrainingCarrier)).toHaveLength(5);
    expect(isTrainingCarrier("hr-bureau")).toBe(false);
  });
});

describe("skill levels", () => {
  it("run from five to one", () => {
    expect(skillLevels.map(skillLevelLabel)).toEqual([
      "五级/初级工",
      "四级/中级工",
      "三级/高级工",
      "二级/技师",
      "一级/高级技师",
    ]);
    expect(skillLevels.filter(isHighSkilled)).toEqual([3, 2, 1]);
    expect(isSkillLevel(0)).toBe(false);
  });
  it.each([
    ["5", 5],
    ["四级", 4],
    ["高级", 3],
    ["高级工", 3],
    ["技师", 2],
    ["一级/高级技师", 1],
    ["一级（高级技师）", 1],
    ["六级", undefined],
  ])("reads %s", (text, level) => expect(readSkillLevel(text)).toBe(level));
  it("meet the newer eight in the middle", () => {
    expect(eightLevels.codes.map(skillLevelOfEight)).toEqual([undefined, 5, 4, 3, 2, 1, undefined, undefined]);
  });
});

describe("a skill certificate's number", () => {
  const number = "S000132000123205000456";
  it("is read into its parts and written back", () => {
    const parsed = parseCertificateNumber(` ${number.toLowerCase()}`);
    expect(parsed).toEqual({
      ok: true,
      value: {
        issuer: "social-body",
        institution: "0001",
        province: "32",
        site: "000123",
        year: 2020,
        level: 5,
        serial: "000456",
      },
    });
    expect(makeCertificateNumber(mustParse(parsed))).toBe(number);
  });
  it.each(["", "X000132000123205000456", "S00013200012320600045", "S000132000123206000456"])("refuses %j", (text) =>
    expect(parseCertificateNumber(text).ok).toBe(false),
  );
});

describe("regions", () => {
  it.each([
    ["320682", "320682105", true],
    ["320682", "320682", true],
    ["3206", "320682105", true],
    ["320600", "320682105", true],
    ["320000", "320682", true],
    ["320682105", "320682", false],
    ["320682001", "320682105", false],
    ["320621", "320682", false],
    ["", "320682", false],
    ["3", "320682", false],
    ["320682", "320682' or 1=1", false],
  ])("%j covers %j: %s", (parent, region, expected) => expect(covers(parent, region)).toBe(expected));
  it("knows the shape of a code", () => {
    expect(["32", "3206", "320682", "320682105"].every(isRegionCode)).toBe(true);
    expect(["3", "320", "3206821"].some(isRegionCode)).toBe(false);
  });
});

describe("occupations", () => {
  it("are keyed by edition and code", () => {
    expect(findOccupation("6-31-01-03")).toEqual({
      edition: "2022",
      code: "6-31-01-03",
      name: "电工",
      sample: true,
    });
    expect(findOccupation("6-31-01-03", "2015")).toBeUndefined();
    expect(occupationLabel("4-10-01-05")).toBe("养老护理员（4-10-01-05）");
    expect(occupationLabel("1-01-01-01")).toBe("1-01-01-01");
  });
  it("have well-formed, distinct codes", () => {
    expect(occupations.every((each) => isOccupationCode(each.code))).toBe(true);
    expect(new Set(occupations.map((each) => each.code)).size).toBe(occupations.length);
    expect(isOccupationCode("6-31-1-03")).toBe(false);
  });
});

describe("class hours", () => {
  it.each([
    [0, 0],
    [45, 1],
    [44.999999, 1],
    [89.9, 1.99],
    [2700, 60],
  ])("%d minutes are %d class hours", (minutes, hours) => expect(classHoursOfMinutes(minutes)).toBe(hours));
  it("go back to minutes and to words", () => {
    expect(minutesOfClassHours(60)).toBe(2700);
    expect(formatClassHours(1.5)).toBe("1.5 课时");
    expect(formatClassHours(60)).toBe("60 课时");
  });
  it("are never negative", () => expect(() => classHoursOfMinutes(-1)).toThrow(RangeError));
});

describe("words of offices for a group", () => {
  it.each([
    ["登记失业人员", "registered-unemployed"],
    ["城镇登记失业人员", "registered-unemployed"],
    ["失业人员", "registered-unemployed"],
    ["农村转移劳动力", "rural-migrant"],
    ["低保", "minimum-living"],
    ["低保户（二类）", "minimum-living"],
    ["建档立卡", "registered-poor"],
    ["退役士兵", "veteran"],
    ["其他", undefined],
    ["constructor", undefined],
  ])("%s is %s", (word, code) => expect(groupOfWord(word)).toBe(code));
});
