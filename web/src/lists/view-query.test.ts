import { expect, it } from "vitest";
import { viewQuery } from "./view-query.ts";

it.each([
  ["", ""],
  ["?case=7", ""],
  ["?town=1&q=%E5%BC%A0&case=7", "q=%E5%BC%A0&town=1"],
  ["q=%E5%BC%A0+%E4%BC%9F&town=1", "q=%E5%BC%A0+%E4%BC%9F&town=1"],
])("%s is kept as %s", (search, kept) => {
  expect(viewQuery(search)).toBe(kept);
});
