import { civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, expect } from "vitest";
import type { z } from "zod";
import { factsAt, groupsAt } from "../people/fact/facts-at.ts";
import type { ImportShown } from "../people/fact-import/import-view.ts";
import { createTestApp, type TestApp, type TestClient } from "./app.ts";
import { upload } from "./upload.ts";

type Import = z.output<typeof ImportShown>;
interface Rows {
  rows: { rowNumber: number; outcome: string; findings: { column: string; code: string; sentence: string }[] }[];
}

const SOURCE = encodeURIComponent("失业登记系统 2020-03-01 导出");

/** An office on 2 March 2020 in which one officer sends lists of facts and a second confirms them. */
export function importDesk() {
  let app: TestApp;
  let clerk: TestClient;
  let second: TestClient;
  let admin: TestClient;
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
    clerk = await app.as("reviewer");
    second = await app.as("reviewer");
    admin = await app.as("admin");
  });
  afterAll(() => app.close());

  const send = (subject: string, rows: string, who = clerk) =>
    upload<Import>(who, `/api/v1/fact-imports?subject=${subject}&source=${SOURCE}`, {
      name: "名册.csv",
      content: rows,
    });
  const handIn = (id: string, rows: "all" | "good" = "all", who = clerk) =>
    who.post<Import>(`/api/v1/fact-imports/${id}/submission`, { rows });
  const confirm = (id: string, who = second) => who.post<Import>(`/api/v1/fact-imports/${id}/confirmation`);

  return {
    send,
    handIn,
    confirm,
    rowsOf: async (id: string, query = "") =>
      (await clerk.get<Rows>(`/api/v1/fact-imports/${id}/rows?limit=200${query}`)).body.rows,
    shown: async (id: string) => (await clerk.get<Import>(`/api/v1/fact-imports/${id}`)).body,
    /** Sends, hands in and confirms a list. */
    imported: async (subject: string, rows: string): Promise<Import> => {
      const { body } = await send(subject, rows);
      expect(body.refused).toBeNull();
      expect((await handIn(body.id, "good")).status).toBe(200);
      const done = await confirm(body.id);
      expect(done.body).toMatchObject({ state: "applied" });
      return done.body;
    },
    undo: (id: string) => clerk.post<Import>(`/api/v1/fact-imports/${id}/undoing`, { reason: "导错了月份的名册" }),
    groupsOn: async (personId: string, date = "2020-03-02") =>
      (await groupsAt(app.services.database, [personId], civilDate(date))).get(personId) ?? [],
    factsOn: (personId: string, date = "2020-03-02") => factsAt(app.services.database, personId, civilDate(date)),
    get app() {
      return app;
    },
    get clerk() {
      return clerk;
    },
    get second() {
      return second;
    },
    get admin() {
      return admin;
    },
  };
}
