import { PLAIN_TRADE, trades } from "@jinengtong/standards";
import { expect, it } from "vitest";
import { tradeDrawing } from "./trade-drawing.ts";

const looks = { ink: "#000000", warm: "#ff0000", width: 1 };

it.each([PLAIN_TRADE, ...new Set(trades.map(({ drawing }) => drawing))])(
  "%s is drawn in the paper's own inks",
  (name) => {
    const svg = tradeDrawing(name, looks) ?? "";
    expect(svg).toMatch(/^<svg .*<path .*<\/svg>$/su);
    expect(svg).not.toContain("var(");
  },
);

it("a name without a drawing leaves the paper as it was", () => {
  expect(tradeDrawing("astronaut", looks)).toBeNull();
});
