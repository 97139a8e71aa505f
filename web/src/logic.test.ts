import { expect, test } from "vitest";
import { BeatCollector } from "./features/player/beat-collector.ts";
import { joinDate, parseDate, splitDate } from "./kit/date-parts.ts";
import { readDraft, writeDraft } from "./kit/draft-store.ts";
import { formatPeriod, formatSeconds, formatShort, formatYuan } from "./kit/format.ts";
import { parseYuan } from "./kit/MoneyInput.tsx";
import { layRiver } from "./features/fund/river-layout.ts";
import { safeReturn, signInAddress } from "./frame/return-address.ts";
import { inQueueOrder } from "./lists/queue/queue-order.ts";

test("dates are typed in parts or pasted whole, and impossible days are none", () => {
  expect(joinDate(splitDate("2020-03-01"))).toBe("2020-03-01");
  expect(joinDate({ year: "2020", month: "2", day: "30" })).toBeNull();
  expect(parseDate("2020年3月1日")).toBe("2020-03-01");
  expect(parseDate("20200301")).toBe("2020-03-01");
  expect(parseDate("3/1/2020")).toBeNull();
});

test("amounts go from yuan to fen without rounding", () => {
  expect(parseYuan("1234.5")).toBe(123450);
  expect(parseYuan("0.29")).toBe(29);
  expect(parseYuan("1.005")).toBeNull();
  expect(formatYuan(123450)).toBe("1,234.50");
  expect(formatYuan(120000)).toBe("1,200");
  expect(formatYuan(120000, { fen: "always" })).toBe("1,200.00");
  expect(formatShort(35_500_000)).toBe("3,550万");
});

test("periods name the second year only where it differs", () => {
  expect(formatPeriod("2020-03-01", "2020-03-20")).toBe("2020-03-01 至 03-20");
  expect(formatPeriod("2019-12-01", "2020-01-20")).toBe("2019-12-01 至 2020-01-20");
  expect(formatSeconds(3725)).toBe("1:02:05");
  expect(formatSeconds(125)).toBe("2:05");
});

test("a beat covers what was played, and a jump starts another", () => {
  const collector = new BeatCollector();
  for (const at of [0, 0.25, 0.5, 5, 5.25]) collector.at(at, 1);
  expect(collector.take()).toEqual([
    { from: 0, to: 0.5, rate: 1 },
    { from: 5, to: 5.25, rate: 1 },
  ]);
  collector.at(5.5, 1);
  expect(collector.take()).toEqual([{ from: 5.25, to: 5.5, rate: 1 }]);
  collector.stop();
  expect(collector.take()).toEqual([]);
});

test("drafts come back within thirty days and never break the page", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
  expect(writeDraft(storage, "claim", { note: "a" }, 0)).toBe(true);
  expect(readDraft(storage, "claim", 1000)).toEqual({ note: "a" });
  expect(readDraft(storage, "claim", 31 * 24 * 3600 * 1000)).toBeNull();
  kept.set("jinengtong.draft.claim", "{broken");
  expect(readDraft(storage, "claim", 1000)).toBeNull();
});

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

test("the way back after sign-in never leaves the site", () => {
  expect(signInAddress({ pathname: "/my/claims", search: "?a=1" })).toBe("/sign-in?return=%2Fmy%2Fclaims%3Fa%3D1");
  expect(safeReturn("/my/claims?a=1")).toBe("/my/claims?a=1");
  expect(safeReturn("//evil.example")).toBeNull();
  expect(safeReturn("/\\evil.example")).toBeNull();
  expect(safeReturn("https://evil.example")).toBeNull();
});

function item(key: string, due: string | null, overdueDays: number) {
  return { key, due, overdueDays, title: "", detail: "", who: "" };
}

test("a queue begins with what is longest overdue", () => {
  const sorted = inQueueOrder([
    item("a", null, 0),
    item("b", "2020-04-09", 0),
    item("c", "2020-04-01", 1),
    item("d", "2020-03-28", 3),
  ]);
  expect(sorted.map((one) => one.key)).toEqual(["d", "c", "b", "a"]);
});
