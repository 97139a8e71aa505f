import { County } from "@jinengtong/county/schema";
import { describe, expect, it } from "vitest";
import example from "../../../counties/example/county.json" with { type: "json" };
import { fillPage } from "./pages.ts";

const given = County.parse({
  ...example,
  product: { name: "技能<通>", title: "</script><b>" },
});

describe("a built page with the county filled in", () => {
  const page = fillPage(
    "<head><title>{{product.name}}</title></head><p>{{offices.bureau.name}} {{hotline.phone}} {{nobody.knows}}</p>",
    given,
  );

  it("carries its words, escaped, and nothing where there is none", () => {
    expect(page).toContain("<title>技能&lt;通&gt;</title>");
    expect(page).toContain("<p>示例县人力资源和社会保障局 12333 </p>");
  });

  it("carries all of it as data that cannot end its block", () => {
    const block = /<script type="application\/json" id="county">(.*?)<\/script>/u.exec(page)?.[1] ?? "";
    expect(JSON.parse(block)).toEqual(given);
    expect(block).not.toContain("<");
  });
});
