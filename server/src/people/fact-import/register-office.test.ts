import { beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, aPerson, enteredByTwo, type TestClient } from "../../test/index.ts";
import { importDesk } from "../../test/import-desk.ts";

const desk = importDesk();
const { send, handIn, confirm, groupsOn } = desk;

describe("each register belongs to its office", () => {
  let federation: string;
  let officer: TestClient;
  let colleague: TestClient;
  let stranger: TestClient;
  beforeAll(async () => {
    federation = await anOrganisation(desk.app, { name: "示例县残疾人联合会", kind: "department" });
    const emergency = await anOrganisation(desk.app, { name: "示例县应急管理局", kind: "department" });
    officer = await desk.app.as("department", { organisationId: federation });
    colleague = await desk.app.as("department", { organisationId: federation });
    stranger = await desk.app.as("department", { organisationId: emergency });
    await desk.admin.put("/api/v1/register-keepers/group:severely-disabled", {
      offices: [federation],
      basis: "三定方案",
    });
  });

  it("imports its own list, seen by its own officers alone", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "郑一" });
    const { body } = await send(
      "group:severely-disabled",
      `姓名,身份证号,发证日期\n郑一,${citizenId},2019-01-01\n`,
      officer,
    );
    await handIn(body.id, "all", officer);
    expect((await stranger.get(`/api/v1/fact-imports/${body.id}`)).status).toBe(403);
    expect((await confirm(body.id, desk.second)).status).toBe(403);
    expect((await confirm(body.id, colleague)).body.state).toBe("applied");
    expect(await groupsOn(id)).toEqual(["severely-disabled"]);
  });

  const card = { code: "severely-disabled", validFrom: "2020-01-01", validTo: null, note: "残疾证" };
  const DOORS: [
    string,
    (
      who: TestClient,
      person: { id: string; citizenId: string },
    ) => Promise<{ status: number; body: { code?: string } }>,
  ][] = [
    [
      "a list",
      (who, { citizenId }) =>
        send("group:severely-disabled", `姓名,身份证号,发证日期\n郑二,${citizenId},2019-01-01\n`, who),
    ],
    ["one group", (who, { id }) => who.post(`/api/v1/people/${id}/groups`, card)],
    [
      "a declaration",
      async (who, { id }) => {
        const learner = await desk.app.as("learner", { personId: id });
        const declared = await learner.post<{ id: string }>("/api/v1/me/groups", card);
        return who.post(`/api/v1/person-groups/${declared.body.id}/decision`, { verdict: "confirmed" });
      },
    ],
    [
      "the end of a group",
      async (who, { id }) => {
        const entered = await enteredByTwo(officer, colleague, id, "groups", card);
        return who.post(`/api/v1/person-groups/${entered.body.id}/ending`, { lastDay: "2020-02-01", reason: "到期" });
      },
    ],
    [
      "one fact",
      (who, { id }) =>
        who.post(`/api/v1/people/${id}/facts`, {
          fact: { kind: "unemployment-benefit", value: { asOf: "2020-03-01", periods: [] } },
          source: "失业保险系统",
        }),
    ],
  ];
  it.each(DOORS)("another office is refused at the door of %s, with the office that keeps it", async (_door, act) => {
    const answer = await act(stranger, await aPerson(desk.app, { name: "郑二" }));
    expect([answer.status, answer.body.code]).toEqual([403, "not-the-keeper"]);
    expect((answer.body as { detail?: string }).detail).toMatch(/残疾人联合会|人力资源和社会保障局/);
  });

  it("only the administrator says which, who enters nothing", async () => {
    for (const who of [desk.clerk, officer])
      expect(
        (await who.put("/api/v1/register-keepers/group:veteran", { offices: [null], basis: "自己定" })).status,
      ).toBe(403);
    const learned = await officer.get<{ registers: { subject: string; mine: boolean }[] }>("/api/v1/register-keepers");
    expect(learned.body.registers.filter((one) => one.mine).map((one) => one.subject)).toEqual([
      "group:severely-disabled",
    ]);
    expect(
      (
        await desk.admin.put("/api/v1/register-keepers/group:veteran", {
          offices: [await anOrganisation(desk.app)],
          basis: "不是部门",
        })
      ).status,
    ).toBe(422);
  });
});
