import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("who comes first has the first free turn, and who has waited long enough has none", async () => {
  const turns = new Turns(1);
  const order: string[] = [];
  expect(await turns.begin(0)).toBe(true);
  expect(await turns.begin(1)).toBe(false);
  const second = turns.begin(60_000).then(() => order.push("second"));
  const third = turns.begin(60_000).then(() => order.push("third"));
  turns.end();
  await second;
  expect(order).toEqual(["second"]);
  turns.end();
  await third;
  turns.end();
  expect(await turns.begin(0)).toBe(true);
});
