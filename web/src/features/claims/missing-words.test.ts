import { expect, it } from "vitest";
import { missingWords } from "./missing-words.ts";

it("says once what several facts of one certificate come to, and keeps what it has no words for", () => {
  const lines = missingWords([
    { path: "/certificate/kind", label: "证书种类" },
    { path: "/standard/trainingFen", label: "培训补贴标准" },
    { path: "/insurance/pensionMonths", label: "企业职工养老保险缴费" },
    { path: "parameter:technicianAward", label: "技师奖励（待当地公布）" },
  ]);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("证书");
  expect(lines[2]).toBe("技师奖励（待当地公布）");
});
