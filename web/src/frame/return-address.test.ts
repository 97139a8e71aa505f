import { expect, test } from "vitest";
import { safeReturn, signInAddress } from "./return-address.ts";

test("the way back after sign-in never leaves the site", () => {
  expect(signInAddress({ pathname: "/my/claims", search: "?a=1" })).toBe("/sign-in?return=%2Fmy%2Fclaims%3Fa%3D1");
  expect(safeReturn("/my/claims?a=1")).toBe("/my/claims?a=1");
  expect(safeReturn("//evil.example")).toBeNull();
  expect(safeReturn("/\\evil.example")).toBeNull();
  expect(safeReturn("https://evil.example")).toBeNull();
});
