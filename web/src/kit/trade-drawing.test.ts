import { PLAIN_TRADE, trades } from "@jinengtong/standards";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

describe("every trade is drawn", () => {
  const sheet = readFileSync(resolve(import.meta.dirname, "../../public/trades.svg"), "utf8");
  const symbols = [...sheet.matchAll(/<symbol id="([a-z]+)"[^]*?<\/symbol>/gu)];

  it.each([...trades.map((trade) => trade.drawing), PLAIN_TRADE])("%s, in less than 2 KB", (drawing) => {
    const symbol = symbols.find(([, id]) => id === drawing);
    expect(symbol).toBeDefined();
    expect(symbol?.[0].length).toBeLessThan(2000);
  });

  it("no drawing is left over", () => {
    expect(symbols.map(([, id]) => id).toSorted()).toEqual(
      [...trades.map((trade) => trade.drawing), PLAIN_TRADE].toSorted(),
    );
  });
});
