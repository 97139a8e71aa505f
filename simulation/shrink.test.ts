import { civilDate } from "@jinengtong/standards";
import { expect, it } from "vitest";
import type { Wish } from "./county.ts";
import type { Life } from "./live.ts";
import { MISHAPS, shrink } from "./shrink.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Fails on day 5 where money comes back from the bank and learner 3 lives. */
const replay = async (wish: Wish): Promise<Life> => {
  const fails = wish.days >= 5 && wish.people > 3 && !wish.without.has("bank-return") && !wish.without.has("learner 3");
  return {
    acts: [],
    counts: new Map(),
    digest: "",
    watch: new Stopwatch(),
    days: fails ? 5 : wish.days,
    failure: fails ? { day: "2020-03-06", reasons: [`paidOnce RG2020-00000${wish.people} is paid twice`] } : null,
  };
};

it("leaves out of a failing history what it doesn't need", async () => {
  const wish: Wish = { seed: "1", people: 40, days: 365, start: civilDate("2020-03-02"), without: new Set() };
  const short = await shrink(wish, await replay(wish), replay, 60);
  expect(short.wish).toMatchObject({ days: 5, people: 5 });
  const without = [...short.wish.without].toSorted();
  expect(without).toEqual(
    [
      ...MISHAPS.filter((kind) => kind !== "bank-return"),
      "learner 0",
      "learner 1",
      "learner 2",
      "learner 4",
    ].toSorted(),
  );
});
