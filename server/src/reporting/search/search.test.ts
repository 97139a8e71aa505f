import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import {
  aClaim,
  aClass,
  anOrganisation,
  aPerson,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let reviewer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T02:00:00Z" });
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());

interface Hit {
  kind: string;
  id: string;
  title: string;
  detail: string;
}
const find = async (client: TestClient, q: string): Promise<Hit[]> => {
  const answer = await client.post<{ rows: Hit[] }>("/api/v1/search", { q });
  expect(answer.status).toBe(200);
  return answer.body.rows;
};

describe("the search of the top bar", () => {
  it.each([
    ["张伟", "zw"],
    ["王秀英", "wxy"],
    ["李娜", "ln"],
    ["欧阳光", "oyg"],
    ["陈静", "cj"],
    ["吴志强", "wzq"],
    ["周杰", "zj"],
    ["徐丽", "xl"],
    ["孙艳", "sy"],
    ["马超", "mc"],
    ["朱婷", "zt"],
    ["胡军", "hj"],
    ["郭磊", "gl"],
    ["何燕", "hy"],
    ["高峰", "gf"],
    ["林娟", "lj"],
    ["罗平", "lp"],
    ["郑涛", "zt"],
    ["钱红", "qh"],
    ["任飞", "rf"],
    ["戴安娜", "dan"],
    ["鲍尔", "be"],
    ["彭凯", "pk"],
    ["田甜", "tt"],
  ])("knows that %s is written %s", async (name, initials) => {
    const found = await sql<{ initials: string }>`select pinyin_initials(${name}) as initials`.execute(
      app.services.database,
    );
    expect(found.rows[0]?.initials).toBe(initials);
  });

  it("finds a person by name, first letters, whole number and phone; each look is on record for the person", async () => {
    const person = await aPerson(app, { name: "诸葛示例" });
    for (const q of ["诸葛", "zgsl", person.citizenId]) {
      const hits = (await find(reviewer, q)).filter(({ kind }) => kind === "person");
      expect([q, hits.map(({ id }) => id)]).toEqual([q, [person.id]]);
      expect(hits[0]?.detail).not.toContain(person.citizenId);
    }
    expect((await find(reviewer, person.citizenId.slice(0, 12))).filter(({ kind }) => kind === "person")).toEqual([]);
    const looks = await app.services.database
      .selectFrom("personal_data_access")
      .select(["purpose", "account_id"])
      .where("person_id", "=", person.id)
      .execute();
    expect(looks).toEqual([{ purpose: "顶栏查找，列出档案", account_id: reviewer.accountId }]);
    const elsewhere = await app.as("reviewer", { region: "110101" });
    expect(await find(elsewhere, "诸葛")).toEqual([]);
    const school = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect(await find(school, "诸葛")).toEqual([]);
  });

  it("finds claims, classes and organisations by number or name, each only for whom it may open", async () => {
    const [own, other] = [await anOrganisation(app), await anOrganisation(app)];
    const claim = await aClaim(app, { organisationId: own, state: "payable" });
    const training = await aClass(app, { organisationId: own, state: "running" });
    const { number, name } = await app.services.database
      .selectFrom("training_class")
      .select(["number", "name"])
      .where("id", "=", training.id)
      .executeTakeFirstOrThrow();
    const [mine, theirs] = [
      await app.as("institution", { organisationId: own }),
      await app.as("institution", { organisationId: other }),
    ];
    const finance = await app.as("finance");
    for (const client of [reviewer, finance, mine])
      expect((await find(client, claim.number)).map(({ id }) => id)).toEqual([claim.id]);
    expect(await find(theirs, claim.number)).toEqual([]);
    for (const q of [number, name.slice(0, 5), "dgcj"])
      expect((await find(mine, q)).map(({ id }) => id)).toContain(training.id);
    expect(await find(theirs, number)).toEqual([]);
    const { name: title } = await app.services.database
      .selectFrom("organisation")
      .select("name")
      .where("id", "=", own)
      .executeTakeFirstOrThrow();
    expect((await find(reviewer, title)).map(({ id }) => id)).toContain(own);
    expect((await find(reviewer, "100%_无此人")).length).toBe(0);
  });

  it.each([
    ["zhugeshili", true],
    ["ZhuGe ShiLi", true],
    ["zhuge", true],
    ["zhugesh", true],
    ["zhu ge", true],
    ["zgsl", true],
    ["zhouge", false],
    ["zhugeshan", false],
  ])("reads %s as pinyin", async (q, found) => {
    const person =
      (await find(reviewer, "诸葛示例")).find(({ kind }) => kind === "person") ??
      (await aPerson(app, { name: "诸葛示例" }));
    const hits = (await find(reviewer, q)).filter(({ kind }) => kind === "person");
    expect(hits.map(({ id }) => id).includes(person.id)).toBe(found);
  });

  it("reads a number with blanks, full-width or without its hyphen, and a class by the words that people use", async () => {
    const school = await anOrganisation(app);
    const claim = await aClaim(app, { organisationId: school, state: "payable" });
    const [prefix, digits, number] = ["RG2020", "900123", "RG2020-900123"];
    await app.services.database.updateTable("claim").set({ number }).where("id", "=", claim.id).execute();
    const wide = number.replaceAll(/\d/gu, (digit) => String.fromCodePoint(Number(digit) + 0xff10));
    for (const q of [`${prefix} ${digits}`, `${prefix}${digits}`, wide, number.toLowerCase(), `${prefix} - ${digits}`])
      expect([q, (await find(reviewer, q)).map(({ id }) => id)]).toEqual([q, [claim.id]]);
    const training = await aClass(app, { organisationId: school, state: "running" });
    const { name, school: by } = await app.services.database
      .selectFrom("training_class as c")
      .innerJoin("organisation as o", "o.id", "c.organisation_id")
      .select(["c.name", "o.name as school"])
      .where("c.id", "=", training.id)
      .executeTakeFirstOrThrow();
    for (const q of [`${by} ${name.slice(0, 2)}`, `${name.slice(0, 2)}班 ${by}`])
      expect([q, (await find(reviewer, q)).filter(({ kind }) => kind === "class").map(({ id }) => id)]).toEqual([
        q,
        [training.id],
      ]);
    expect(await find(reviewer, "、、")).toEqual([]);
  });

  it.each(["\u200b\u200b", "\u202e\u202c", "\u00ad\u00ad", "\ufe0f\ufe0f"])(
    "finds nobody for the invisible %j",
    async (q) => {
      await aPerson(app);
      const { body } = await reviewer.post<{ rows?: Hit[] }>("/api/v1/search", { q });
      expect(body.rows ?? []).toEqual([]);
    },
  );
});
