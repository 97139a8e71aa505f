import { describe, expect, it } from "vitest";
import { aPerson } from "../../test/index.ts";
import { importDesk } from "../../test/import-desk.ts";

const desk = importDesk();
const { confirm, rowsOf, shown, imported, undo, groupsOn, factsOn } = desk;

describe("taken back", () => {
  it("by a correcting import that a second officer confirms; nothing is erased", async () => {
    const one = await aPerson(desk.app, { name: "吴一" });
    const two = await aPerson(desk.app, { name: "吴二" });
    const list = (first: string, rest: string) =>
      `姓名,身份证号,是否领取,查询日期\n吴一,${one.citizenId},${first},2020-03-01\n${rest}`;
    await imported("fact:pension", list("否", ""));
    const wrong = await imported("fact:pension", list("是", `吴二,${two.citizenId},是,2020-03-01\n`));
    const { body } = await undo(wrong.id);
    expect(body).toMatchObject({ state: "submitted", undoes: wrong.number, total: 2 });
    expect((await undo(wrong.id)).body.code).toBe("undone-already");
    expect((await confirm(body.id, desk.clerk)).body.code).toBe("confirmed-by-sender");
    await confirm(body.id);
    await desk.app.drain();
    expect(await shown(body.id)).toMatchObject({
      state: "applied",
      changed: 2,
    });
    expect((await factsOn(one.id)).person.monthlyPension).toBe(false);
    expect((await factsOn(two.id)).person.monthlyPension).toBeUndefined();
    expect(
      await desk.app.services.database.selectFrom("person_fact").select("id").where("person_id", "=", one.id).execute(),
    ).toHaveLength(3);
  });

  it("a group never held; one that the list shortened goes on", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "吴三" });
    const list = (to: string) => `姓名,身份证号,认定日期,有效期至\n吴三,${citizenId},2020-01-01,${to}\n`;
    const first = await imported("group:minimum-living", list("2020-12-31"));
    const shorter = await imported("group:minimum-living", list("2020-02-15"));
    await confirm((await undo(shorter.id)).body.id);
    await desk.app.drain();
    expect(await groupsOn(id, "2020-06-01")).toEqual(["minimum-living"]);
    await confirm((await undo(first.id)).body.id);
    await desk.app.drain();
    expect(await groupsOn(id, "2020-02-10")).toEqual([]);
  });

  it("leaves what was corrected since then", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "吴四" });
    const list = (word: string) => `姓名,身份证号,是否领取,查询日期\n吴四,${citizenId},${word},2020-03-01\n`;
    const first = await imported("fact:pension", list("是"));
    await imported("fact:pension", list("否"));
    const { body } = await undo(first.id);
    await confirm(body.id);
    await desk.app.drain();
    expect((await factsOn(id)).person.monthlyPension).toBe(false);
    expect((await rowsOf(body.id))[0]?.findings[0]?.code).toBe("corrected-since");
  });
});
