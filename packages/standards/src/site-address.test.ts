import { expect, it } from "vitest";
import { siteAddress } from "./site-address.ts";

it.each([
  ["/my/claims?state=paid#top", "/my/claims?state=paid#top"],
  ["/学员", "/%E5%AD%A6%E5%91%98"],
  ["/x\u202E", "/x%E2%80%AE"],
  ["/a/../my", "/my"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["/\t/evil.example/steal", null],
  ["/\t\\evil.example", null],
  ["/\n/evil.example", null],
  ["https://evil.example", null],
  ["javascript:alert(1)", null],
  ["", null],
  [null, null],
])("%j leads to %j", (address, leads) => {
  expect(siteAddress(address)).toBe(leads);
});
