import { describe, expect, test } from "vitest";
import { generatePassword, hashPassword, passwordFits, weakness } from "./passwords.ts";

describe("a new password", () => {
  test.each([
    ["短", "Ab1!xyz", "至少 10 位"],
    ["单调", "aaaaaaaaaaaa", "重复"],
    ["重复几个字符", "abababababab", "重复"],
    ["常见词加数字", "Password12345", "常见"],
    ["只有数字", "1357924680000", "常见"],
    ["地名加数字", "rugao20191234", "常见"],
    ["连续字符", "qwertyuiop-x", "连续"],
    ["含用户名", "my-clerk01-pw", "用户名"],
  ])("%s is refused", (_what, password, because) => {
    expect(weakness(password, "clerk01")).toContain(because);
  });

  test.each(["城北桥头的老槐树下", "correct horse battery", "4 月的小雨伞很红很红"])("%s will do", (password) => {
    expect(weakness(password, "clerk01")).toBeNull();
  });

  test("made by the platform is always strong and never twice the same", () => {
    const made = Array.from({ length: 50 }, generatePassword);
    expect(made.map((password) => weakness(password, "clerk01"))).toEqual(made.map(() => null));
    expect(new Set(made).size).toBe(50);
  });
});

test("passwords are kept as argon2id", async () => {
  const stored = await hashPassword("城北桥头的老槐树下");
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await passwordFits(stored, "城北桥头的老槐树下")).toBe(true);
  expect(await passwordFits(stored, "城北桥头的老槐树上")).toBe(false);
  expect(await passwordFits(null, "城北桥头的老槐树下")).toBe(false);
});
