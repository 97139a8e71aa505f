import { expect, expectTypeOf, test } from "vitest";
import { createTestApp } from "../../test/index.ts";
import pg from "pg";
import { type RowOf, Sink, type Timestamp } from "./sink.ts";

test("a row has the columns of its table, with the types they are inserted with", () => {
  type Batch = RowOf<"payment_batch">;
  expectTypeOf<Batch["total_fen"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Batch["made_at"]>().toEqualTypeOf<Timestamp | undefined>();
  expectTypeOf<Batch["released_by"]>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<{ person_id: string }>().not.toExtend<RowOf<"account">>();
  expectTypeOf<{ total: number }>().not.toExtend<Batch>();
  expectTypeOf<RowOf<"teacher">["occupations"]>().toEqualTypeOf<readonly string[] | undefined>();
});

test("text of any kind arrives as it was given, and rows are counted", async () => {
  const app = await createTestApp();
  const client = new pg.Client({ connectionString: app.ownerUrl });
  await client.connect();
  const sink = new Sink(client);
  const notes = ["制表\t换行\n反斜线 \\ 引号 \" '", "\\N", "{}", ""];
  for (const reason of notes)
    sink.add("state_history", {
      id: sink.next("state_history") + 1_000_000,
      machine: "claim",
      subject_id: "00000000-0000-4000-8000-000000000001",
      from_state: "",
      to_state: "prepared",
      at: "2026-03-18T09:00:00+08:00",
      account_id: null,
      reason,
    });
  expect(sink.count("state_history")).toBe(notes.length);
  await sink.flush(true);
  const rows = await app.services.database
    .selectFrom("state_history")
    .select("reason")
    .where("id", ">", 1_000_000)
    .orderBy("id")
    .execute();
  expect(rows.map(({ reason }) => reason)).toEqual(notes);
  await client.end();
  await app.close();
});
