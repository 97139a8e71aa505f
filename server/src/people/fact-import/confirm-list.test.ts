import { describe, expect, it } from "vitest";
import { aPerson } from "../../test/index.ts";
import { importDesk } from "../../test/import-desk.ts";

const desk = importDesk();
const { send, handIn, confirm, imported, groupsOn, factsOn } = desk;

describe("a second officer", () => {
  it("confirms, and only then a fact counts; the sender can't", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "赵一" });
    const { body } = await send("group:disabled", `姓名,身份证号,发证日期\n赵一,${citizenId},2019-01-01\n`);
    expect((await confirm(body.id)).body.code).toBe("fact-import-state");
    await handIn(body.id);
    expect(await groupsOn(id)).toEqual([]);
    const own = await confirm(body.id, desk.clerk);
    expect([own.status, own.body.code]).toEqual([403, "confirmed-by-sender"]);
    expect((await confirm(body.id)).body).toMatchObject({ state: "applied", added: 1 });
    expect(await groupsOn(id)).toEqual(["disabled"]);
    expect((await confirm(body.id)).status).toBe(409);
  });

  it("drops what is wrong, and nothing of it ever counts", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "赵二" });
    const { body } = await send("group:disabled", `姓名,身份证号,发证日期\n赵二,${citizenId},2019-01-01\n`);
    await handIn(body.id);
    expect((await desk.second.post(`/api/v1/fact-imports/${body.id}/discarding`, { reason: "日期不对" })).status).toBe(
      200,
    );
    expect((await confirm(body.id)).status).toBe(409);
    expect(await groupsOn(id)).toEqual([]);
  });

  it("all rows or none: a row that became wrong meanwhile stops the whole list", async () => {
    const one = await aPerson(desk.app, { name: "孙一" });
    const two = await aPerson(desk.app, { name: "孙二" });
    const { body } = await send(
      "group:veteran",
      `姓名,身份证号,退役日期\n孙一,${one.citizenId},2019-01-01\n孙二,${two.citizenId},2019-01-01\n`,
    );
    await handIn(body.id, "all");
    await desk.app.services.database.updateTable("person").set({ name: "孙改名" }).where("id", "=", two.id).execute();
    expect((await confirm(body.id)).body).toMatchObject({ state: "ready", faulty: 1, confirmedBy: null });
    expect(await groupsOn(one.id)).toEqual([]);
  });
});

describe("a later list", () => {
  it("that says the same changes nothing; another value corrects, and the old one stays readable", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "周一" });
    const list = (word: string) => `姓名,身份证号,是否领取,查询日期\n周一,${citizenId},${word},2020-03-01\n`;
    await imported("fact:pension", list("是"));
    const again = await send("fact:pension", list("是"));
    expect(again.body).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect((await handIn(again.body.id)).body.code).toBe("nothing-to-import");
    expect(await imported("fact:pension", list("否"))).toMatchObject({ changed: 1 });
    expect((await factsOn(id)).person.monthlyPension).toBe(false);
    const kept = await desk.app.services.database
      .selectFrom("person_fact")
      .select("id")
      .where("person_id", "=", id)
      .execute();
    expect(kept).toHaveLength(2);
  });

  it.each([
    ["ends a group earlier", "2020-02-01", "2020-02-15", { "2020-02-10": true, "2020-03-02": false }],
    ["prolongs it", "2020-01-01", "2021-12-31", { "2020-02-10": true, "2021-06-01": true }],
  ])("%s", async (_what, from, to, days) => {
    const { id, citizenId } = await aPerson(desk.app, { name: "周二" });
    const list = (a: string, b: string) => `姓名,身份证号,认定日期,有效期至\n周二,${citizenId},${a},${b}\n`;
    await imported("group:minimum-living", list("2020-01-01", "2020-12-31"));
    expect(await imported("group:minimum-living", list(from, to))).toMatchObject({ changed: 1 });
    for (const [day, held] of Object.entries(days))
      expect([day, (await groupsOn(id, day)).length === 1]).toEqual([day, held]);
  });

  it("confirms what a person declared, and the person is told", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "周三" });
    const learner = await desk.app.as("learner", { personId: id });
    await learner.post("/api/v1/me/groups", {
      code: "veteran",
      validFrom: "2019-06-01",
      validTo: null,
      note: "退役证",
    });
    await imported("group:veteran", `姓名,身份证号,退役日期\n周三,${citizenId},2019-06-01\n`);
    expect(await groupsOn(id)).toEqual(["veteran"]);
    const told = await desk.app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", id)
      .execute();
    expect(told.map((row) => row.template)).toContain("group-decided");
  });
});
