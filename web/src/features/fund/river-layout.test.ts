import { expect, test } from "vitest";
import { layRiver } from "./river-layout.ts";

test("the river's banks hold all the money and its streams stay inside their nodes", () => {
  const river = layRiver(
    [{ id: "a", label: "", fen: 300 }],
    [
      { id: "x", label: "", fen: 200 },
      { id: "y", label: "", fen: 100 },
    ],
    [
      { from: "a", to: "x", fen: 200 },
      { from: "a", to: "y", fen: 100 },
    ],
    320,
    14,
  );
  const inflow = river.streams.reduce((sum, stream) => sum + stream.height, 0);
  expect(inflow).toBeCloseTo(river.left[0]?.height ?? 0);
  expect(river.streams[1]?.y1).toBeCloseTo((river.left[0]?.y ?? 0) + (river.right[0]?.height ?? 0));
});
