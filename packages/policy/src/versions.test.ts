import { describe, expect, test } from "vitest";
import { lawOf } from "./law-of-day.ts";
import { byVersion, loadCasesOf, loadEveryPublished, loadEveryVersion, loadPolicy } from "./versions.ts";
import { runWorkedCases } from "./worked-cases.ts";

describe("a reference names", () => {
  test.each([
    ["the newest published version", "rugao-2019", "2.0.0"],
    ["one version", "rugao-2019@1.0.0", "1.0.0"],
    ["the draft", "rugao-2019@draft", "2.0.0"],
  ])("%s", (_what, reference, version) => {
    expect(loadPolicy(reference).version).toBe(version);
  });

  test.each([
    ["rugao-2019@9.0.0", "没有发布过版本 9.0.0；已发布 1.0.0、2.0.0"],
    ["rugao-2019@", "没有发布过版本"],
    ["nowhere", "没有政策包 nowhere"],
  ])("nothing: %s", (reference, message) => {
    expect(() => loadPolicy(reference)).toThrow(message);
  });
});

test("versions go by their numbers", () => {
  expect(["1.10.0", "1.9.0", "2.0.0", "1.9.1"].toSorted(byVersion)).toEqual(["1.9.0", "1.9.1", "1.10.0", "2.0.0"]);
});

test("1.0.0 is for ever what it was", () => {
  expect(loadPolicy("rugao-2019@1.0.0").digest).toBe(
    "sha256:fa601f2a30ccb3e06f3efb2d3b9935e4ee62a3f52db8db9f51056cd853674fde",
  );
});

test.each(["rugao-2019@1.0.0", "rugao-2019@2.0.0", "example-2025@1.0.0"])(
  "the worked cases of %s come out as they did",
  (reference) => {
    expect(runWorkedCases(loadPolicy(reference), loadCasesOf(reference))).toEqual([]);
  },
);

test("every published version is found by its digest", () => {
  const versions = [...loadEveryPublished()].map(([digest, policy]) => [
    policy.id,
    policy.version,
    digest === policy.digest,
  ]);
  expect(versions).toEqual(
    expect.arrayContaining([
      ["rugao-2019", "1.0.0", true],
      ["rugao-2019", "2.0.0", true],
      ["example-2025", "1.0.0", true],
    ]),
  );
});

test.each([
  ["2019-12-30", undefined],
  ["2019-12-31", "2.0.0"],
  ["2021-12-31", "2.0.0"],
  // The rules themselves say until when one may apply; a county may prolong them.
  ["2027-01-01", "2.0.0"],
])("the law of %s", (appliedOn, version) => {
  expect(lawOf(loadEveryVersion("rugao-2019"), { id: "c", benefit: "pre-job", appliedOn })?.version).toBe(version);
});
