import { civilDate } from "@jinengtong/standards";
import { expect, it } from "vitest";
import { bookedOn, implausibleDay, openFrom } from "./money-day.ts";

it.each([
  ["2020-07-01", "2020-06-01"],
  ["2020-07-10", "2020-06-01"],
  ["2020-07-11", "2020-07-01"],
  ["2020-01-05", "2019-12-01"],
  ["2020-01-31", "2020-01-01"],
])("on %s everything from %s may still be booked", (today, first) => {
  expect(openFrom(civilDate(today))).toBe(first);
});

it.each([
  ["2020-07-08", "2020-07-20", "2020-07-08"],
  ["2020-06-30", "2020-07-10", "2020-06-30"],
  ["2020-06-30", "2020-07-11", "2020-07-11"],
  ["2019-06-30", "2020-07-11", "2020-07-11"],
])("what moved on %s and is told on %s is booked on %s", (on, today, booked) => {
  expect(bookedOn(on, civilDate(today))).toBe(booked);
});

it.each([
  ["2020-07-01", null],
  ["2020-07-15", null],
  ["2020-07-16", "晚于今天"],
  ["2206-11-28", "晚于今天"],
  ["2020-06-30", "早于送银行"],
  ["1926-11-28", "早于送银行"],
])("money sent on 1 July arrives on %s: %s", (on, reason) => {
  const said = implausibleDay(on, civilDate("2020-07-15"), { day: "2020-07-01", what: "送银行" });
  if (reason === null) expect(said).toBeNull();
  else expect(said).toContain(reason);
});
