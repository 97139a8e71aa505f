import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aClass, anOrganisation, aStandard, createTestApp, type TestApp } from "../../test/index.ts";

interface Found {
  id: string;
  meets: string | null;
  subsidyFen: number | null;
  priceFen: number | null;
}

let app: TestApp;
let organisationId: string;
const WELDER = "6-18-02-04";

beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  organisationId = await anOrganisation(app);
  await aStandard(app);
});
afterAll(() => app.close());

const approved = (given: Partial<Parameters<typeof aClass>[1]> = {}) =>
  aClass(app, { organisationId, state: "approved", startsOn: "2020-03-02", ...given });
const found = async (query: string): Promise<Found[]> =>
  (await app.anonymous.get<{ rows: Found[] }>(`/api/v1/open-classes?limit=200&${query}`)).body.rows;
const idsOf = async (query: string): Promise<string[]> => (await found(query)).map(({ id }) => id);

async function movedTo(sessionIds: readonly string[], from: string, to: string): Promise<void> {
  for (const [at, id] of sessionIds.entries()) {
    const day = `2020-04-${String(at + 1).padStart(2, "0")}`;
    await app.services.database
      .updateTable("class_session")
      .set({ starts_at: new Date(`${day}T${from}:00+08:00`), ends_at: new Date(`${day}T${to}:00+08:00`) })
      .where("id", "=", id)
      .execute();
  }
}

describe("search for a class", () => {
  it.each(["电焊", "焊工", "烧焊", "氩弧焊"])("finds a welder's class by %s", async (word) => {
    const welding = (await approved({ occupation: WELDER })).id;
    const wiring = (await approved()).id;
    const ids = await idsOf(`q=${encodeURIComponent(word)}`);
    expect([ids.includes(welding), ids.includes(wiring)]).toEqual([true, false]);
  });

  it("knows an evening class by all of its sessions", async () => {
    const evening = await approved({ sessions: 3 });
    await movedTo(evening.sessionIds, "18:00", "21:00");
    const day = await approved({ sessions: 3 });
    expect(await idsOf("meets=evening")).toEqual([evening.id]);
    expect(await idsOf("meets=off-work")).toEqual([evening.id]);
    expect(await idsOf("meets=day")).toContain(day.id);
  });

  it("takes the neighbours of a town along when asked", async () => {
    const there = await approved();
    await app.services.database
      .updateTable("training_class")
      .set({ town: "320682105" })
      .where("id", "=", there.id)
      .execute();
    expect(await idsOf("town=320682104")).not.toContain(there.id);
    expect(await idsOf("town=320682104&near=true")).toContain(there.id);
    expect(await idsOf("town=320682116&near=true")).not.toContain(there.id);
  });

  it("says what the published list pays for it", async () => {
    const { id } = await approved();
    const { body } = await app.anonymous.get<Found & { teachers: { surname: string }[]; bring: string }>(
      `/api/v1/open-classes/${id}`,
    );
    expect(body).toMatchObject({ subsidyFen: 120_000, priceFen: null, meets: "day", bring: "" });
    expect(body.teachers).toHaveLength(1);
  });
});
