import { describe, expect, it } from "vitest";
import { drawnAddresses, firstPaint } from "./first-paint.tsx";

describe("the home page before its script has come", () => {
  it("asks its question and leads on by plain links, with nothing that the security policy would stop", async () => {
    const html = await firstPaint("/");
    expect(html).toContain("我能领什么补贴？");
    expect(html).toMatch(/<a [^>]*href="\/benefits"/u);
    expect(html).not.toMatch(/<script|<style|\son\w+=/u);
  });

  it("leaves the county's words to whoever serves it", async () => {
    const html = await firstPaint("/");
    for (const place of ["region.name", "product.name", "hotline.phone", "offices.bureau.name"])
      expect(html).toContain(`{{${place}}}`);
    expect(html).not.toMatch(/如皋|示例县|undefined/u);
  });

  it("says nothing of anybody or of any day", async () => {
    expect(await firstPaint("/")).not.toMatch(/示例数据|正在公示|\d{4}-\d{2}-\d{2}/u);
  });
});

describe.each(drawnAddresses)("%s before its script has come", (address) => {
  it("holds nothing that the security policy would stop, nothing of a county, and takes nothing typed", async () => {
    const html = await firstPaint(address);
    expect(html).toMatch(/<h1[^>]*>/u);
    expect(html).not.toMatch(/<script|<style|\son\w+=|如皋|示例县|undefined/u);
    if (/<(?:form|input|select)\b/u.test(html)) expect(html).toMatch(/<main id="main" inert=""/u);
  });
});
