import { expect, test } from "vitest";
import { conditionsOf } from "./conditions.ts";

const finding = { test: "paid-in", met: null, clause: "四.4", because: "缺少“失业保险累计缴费”" };

test("a finding bears its programme's title, or its own reason where the programme has none", () => {
  expect(conditionsOf([finding], [{ id: "paid-in", title: "失业保险缴费" }])).toEqual([
    { id: "paid-in", met: null, title: "失业保险缴费", clause: "四.4", because: finding.because },
  ]);
  expect(conditionsOf([finding], [])[0]?.title).toBe(finding.because);
});
