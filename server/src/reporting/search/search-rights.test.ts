import { afterAll, beforeAll, expect, it } from "vitest";
import { generateCounty } from "../../demo/index.ts";
import type { Role } from "../../kernel/actor.ts";
import { sql } from "../../kernel/database.ts";
import { createTestApp, type TestApp } from "../../test/index.ts";

/** The read of what was found, by kind. */
const OPENS: Record<string, (id: string) => string> = {
  person: (id) => `/api/v1/people/${id}`,
  claim: (id) => `/api/v1/claims/${id}`,
  class: (id) => `/api/v1/classes/${id}`,
  certificate: (id) => `/api/v1/certificates?serial=${encodeURIComponent(id)}`,
  organisation: (id) => `/api/v1/organisations/${id}`,
  batch: (id) => `/api/v1/payment-batches/${id}`,
  payment: (id) => `/api/v1/trace/payments/${id}`,
};

let app: TestApp;
let typed: string[];
beforeAll(async () => {
  app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
  await generateCounty(app.services, app.ownerUrl, { people: 600 });
  const { rows } = await sql<{ q: string }>`
    (select number as q from claim order by md5(id::text) limit 12) union all (select number from training_class order by md5(id::text) limit 8)
    union all (select name from training_class order by md5(id::text) limit 4) union all (select serial from certificate order by md5(id::text) limit 8)
    union all (select name from organisation order by name limit 4) union all (select number from payment_batch limit 3)
    union all (select number from payment order by md5(id::text) limit 4) union all (select name from person order by md5(id::text) limit 4)
    union all (select pinyin_initials(name) from person order by md5(id::text) limit 4)`.execute(app.services.database);
  typed = rows.map(({ q }) => q);
});
afterAll(() => app.close());

it.each(["institution", "enterprise", "evaluator", "reviewer", "department", "finance", "auditor"] as Role[])(
  "%s finds nothing that it may not open",
  async (role) => {
    const { rows } = await sql<{ id: string; organisation: string | null; region: string }>`
      select id, organisation_id as organisation, region from account where role = ${role} order by username limit 2`.execute(
      app.services.database,
    );
    expect(rows.length).toBeGreaterThan(0);
    const towns = rows[0]?.organisation === null ? await app.as(role, { region: `${rows[0].region}107` }) : null;
    for (const client of [...(await Promise.all(rows.map(({ id }) => app.signedIn(id)))), ...(towns ? [towns] : [])])
      for (const q of typed) {
        const found = await client.post<{ rows: { kind: string; id: string; title: string }[] }>("/api/v1/search", {
          q,
        });
        for (const { kind, id } of found.body.rows) {
          const opened = await client.get<{ rows?: { serial: string }[] }>(OPENS[kind]?.(id) ?? "");
          expect([q, kind, opened.status]).toEqual([q, kind, 200]);
          if (kind === "certificate") expect(opened.body.rows?.map(({ serial }) => serial)).toContain(id);
        }
      }
  },
);
