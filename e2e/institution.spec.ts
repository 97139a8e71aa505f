import { expect, test, type Page } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { openSession } from "./support/open-session.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

/** Answers of the API, as far as these journeys need them. */
async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

// One day for the whole journey, even if midnight comes in between.
const loaded = Date.now();
const day = (offset: number) => new Date(loaded + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

/** A valid 18-digit number (GB 11643) that belongs to nobody. */
function citizenId(ordinal: number): string {
  const body = `32068219900${(ordinal % 9) + 1}1${String(500 + ordinal).padStart(4, "0")}`.slice(0, 17);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${"10X98765432"[sum % 11] ?? ""}`;
}

const csv = (name: string, rows: string[][]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFF${rows.map((row) => row.join(",")).join("\r\n")}`),
});

interface Rows<T> {
  rows: T[];
}

/** The class that meets every day, from the institution's home page, with its session in progress. */
async function classUnderWay(page: Page): Promise<{ id: string; name: string; sessionId: string }> {
  const { rows } = await read<Rows<{ id: string; name: string }>>(page, "/api/v1/classes?state=running&limit=100");
  for (const { id, name } of rows) {
    const { sessions } = await read<{ sessions: Parameters<typeof openSession>[0] }>(
      page,
      `/api/v1/classes/${id}/sessions`,
    );
    const over = sessions.some((one) => Date.parse(one.endsAt) < loaded);
    const open = openSession(sessions);
    if (over && open !== undefined) return { id, name, sessionId: open.id };
  }
  throw new Error("no class of the institution has a session under way");
}

test.describe("at the clerk's desk", () => {
  test.beforeEach(async ({ page }, { project }) => {
    test.skip(project.name !== "desktop", "a clerk works at a desk");
    await signIn(page, "institution");
  });

  test("a class is filed: plan, timetable, roster with a bad row, checks, submission", async ({ page }) => {
    await page.goto("/institution");
    await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
    await checkA11y(page);
    await screenshot(page, "institution-home");

    await page.keyboard.press("n");
    await expect(page).toHaveURL(/classes\/new$/u);
    await page.getByLabel("班级名称").fill("养老护理员冬季班");
    await page.getByLabel("补贴项目").selectOption({ label: "失业人员职业技能培训补贴（五.2）" });
    await page.getByLabel("职业（工种）").selectOption("4-10-01-05");
    await page.getByLabel("开班日期").fill(day(60).replaceAll("-", ""));
    await expect(page.getByLabel("开班日期")).toHaveValue(day(60));
    await page.getByLabel("结束日期").fill(day(80));
    await page.getByLabel("计划人数").fill("12");
    await page.getByLabel("培训计划").fill("护理基础、失能老人照护、通用素质。");
    await checkA11y(page);
    await page.getByRole("button", { name: "保存草稿，去排课" }).click();
    await expect(page.getByRole("alert").first()).toContainText("镇街");
    await page.getByLabel("镇街").selectOption({ index: 1 });
    await page.getByRole("button", { name: "保存草稿，去排课" }).click();
    await expect(page.getByText("还没有课表")).toBeVisible();

    const account = await read<{ account: { organisationId: string } }>(page, "/api/v1/session");
    const { organisationId } = account.account;
    const teachers = await read<Rows<{ name: string }>>(page, `/api/v1/organisations/${organisationId}/teachers`);
    const rooms = await read<Rows<{ name: string; capacity: number }>>(
      page,
      `/api/v1/organisations/${organisationId}/rooms?state=active`,
    );
    const names = teachers.rows.map((row) => row.name);
    const teacher = names.find((name) => names.filter((other) => other === name).length === 1) ?? "";
    const room = rooms.rows.find((row) => row.capacity >= 12)?.name ?? "";
    const head = ["日期", "开始时间", "结束时间", "课时", "授课内容", "教师", "教室", "是否实操", "是否通用素质课"];
    const sessions = Array.from({ length: 20 }, (_, index) => [
      day(60 + index),
      "08:30",
      "11:30",
      "4",
      index === 0 ? "职业道德与安全" : "失能老人照护",
      teacher,
      room,
      index === 0 ? "否" : "是",
      index === 0 ? "是" : "否",
    ]);
    await page.getByRole("button", { name: "导入课表" }).click();
    const dialog = page.getByRole("dialog");
    const wrong = sessions.map((row, at) => (at === 3 ? row.with(5, "查无此人") : row));
    await dialog.locator("input[type=file]").setInputFiles(csv("课表.csv", [head, ...wrong]));
    await expect(dialog.getByText("现在没有任何变动")).toBeVisible();
    await expect(dialog.getByRole("cell", { name: "查无此人" })).toBeVisible();
    await checkA11y(page);
    await screenshot(page, "institution-timetable-import");
    await dialog.locator("input[type=file]").setInputFiles(csv("课表.csv", [head, ...sessions]));
    await dialog.getByRole("button", { name: "导入 20 节课" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("row", { name: /失能老人照护/u }).first()).toBeVisible();
    await checkA11y(page);

    await page.getByRole("tab", { name: "名册" }).click();
    await page.getByRole("button", { name: "导入名册" }).first().click();
    const people = [1, 2, 3].map((n) => [`示例学员${"甲乙丙"[n - 1] ?? ""}`, citizenId(n), "", "", "登记失业人员"]);
    const roster = csv("名册.csv", [
      ["姓名", "身份证号", "手机号", "镇街", "人员类别"],
      ...people,
      ["示例学员丁", "320682199001011234", "", "", ""],
    ]);
    await page.getByRole("dialog").locator("input[type=file]").setInputFiles(roster);
    await expect(page.getByRole("dialog").getByText("可以导入 3 行")).toBeVisible();
    await screenshot(page, "institution-roster-import");
    await checkA11y(page);
    await page.getByRole("button", { name: "导入 3 人" }).click();
    await expect(page.getByRole("table", { name: "名册" }).getByRole("row", { name: /示例学员丙/u })).toBeVisible();

    await page.getByRole("tab", { name: "概况与检查" }).click();
    await expect(page.getByText("请填写考核方案")).toBeVisible();
    await expect(page.getByRole("button", { name: "还有 4 处要改" })).toBeDisabled();
    await checkA11y(page);
    await screenshot(page, "institution-checks");
    await page.getByRole("link", { name: "去计划" }).first().click();
    await page.getByLabel("考核方案").fill("理论与实操各半，满分 100，60 分合格。");
    await page.getByLabel("每人收费").fill("1260");
    await page.getByLabel("给学员打的电话").fill("0513-00000001");
    await page.getByLabel("学员要带什么").fill("身份证、笔和工作服。");
    await page.getByRole("button", { name: "保存计划" }).click();
    await page.getByRole("button", { name: "提交开班申请" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "提交开班申请" }).click();
    await expect(page.getByText("待审核").first()).toBeVisible();
  });

  test("the roll is called by keyboard", async ({ page }) => {
    const { id, sessionId } = await classUnderWay(page);
    await page.goto(`/institution/sessions/${id}/${sessionId}/roll-call`);
    await expect(page.getByRole("button", { name: "保存点名" })).toBeVisible();
    // Skips the first on the roster: the learner of another journey, who signs in herself.
    await page.keyboard.press("j");
    await page.keyboard.press("2");
    await page.keyboard.press("6");
    await expect(page.getByText("未保存")).toHaveCount(2);
    await checkA11y(page);
    await screenshot(page, "institution-roll-call");
    await page.keyboard.press("s");
    await expect(page.getByText("已保存 2 人的出勤")).toBeVisible();
  });

  test("a mark of a session that is over is put right with a reason", async ({ page }) => {
    const { id } = await classUnderWay(page);
    await page.goto(`/institution/classes/${id}/attendance`);
    await page
      .getByRole("button", { name: /：出勤$/u })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "病假" }).check();
    await dialog.getByLabel("理由").fill("补交了病历");
    await checkA11y(page);
    await dialog.getByRole("button", { name: "更正为“病假”" }).click();
    await expect(page.getByText("的出勤已更正")).toBeVisible();
  });

  test("certificates are issued and the subsidy list generated, adjusted, submitted", async ({ page }) => {
    const completed = await read<Rows<{ id: string }>>(
      page,
      "/api/v1/classes?state=completed&benefit=unemployed-training&sort=-startsOn",
    );
    let id = "";
    for (const row of completed.rows) {
      const lists = await read<Rows<unknown>>(page, `/api/v1/classes/${row.id}/subsidy-lists`);
      const claims = await read<Rows<unknown>>(page, `/api/v1/claims?classId=${row.id}`);
      if (lists.rows.length === 0 && claims.rows.length === 0) id = row.id;
    }
    expect(id).not.toBe("");
    await page.goto(`/institution/classes/${id}/certificates`);
    await page.getByRole("button", { name: "发放培训合格证书" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发放证书" }).click();
    await expect(page.getByRole("heading", { name: /^本次发放/u })).toBeVisible();
    await expect(page.getByRole("button", { name: /的证书$/u }).first()).toBeVisible();
    await checkA11y(page);
    await screenshot(page, "institution-certificates");

    await page.getByRole("tab", { name: "补贴清单" }).click();
    await page.getByRole("button", { name: "生成补贴清单" }).click();
    await expect(page.getByRole("button", { name: /^第 1 次/u })).toBeVisible();
    await page
      .getByRole("button", { name: /的判定条件$/u })
      .first()
      .click();
    await expect(page.getByRole("dialog").getByText("系统判定")).toBeVisible();
    await checkA11y(page);
    await screenshot(page, "institution-list-decision");
    await page.getByRole("button", { name: "看好了" }).click();

    const listed = page.getByRole("row").filter({ hasText: "列入" }).filter({ hasText: "符合条件" });
    await listed.first().getByRole("checkbox").check();
    await page.getByRole("button", { name: "调出清单" }).click();
    await page.getByRole("dialog").getByLabel("说明").fill("学员本人要求自行申请");
    await page.getByRole("button", { name: "调出并重新生成" }).click();
    await expect(page.getByRole("button", { name: /^第 2 次/u })).toBeVisible();
    await expect(page.getByRole("cell", { name: "学员本人要求自行申请" })).toBeVisible();
    await checkA11y(page);
    await screenshot(page, "institution-subsidy-list");

    await page.getByRole("button", { name: /^提交 \d+ 人$/u }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^提交 \d+ 笔/u })
      .click();
    await expect(page.getByText("清单已提交").first()).toBeVisible();
    await page.getByRole("link", { name: "打印审批表和签字单" }).click();
    await expect(page.getByRole("heading", { name: "职业技能培训补贴审批表" })).toBeVisible();
    await screenshot(page, "institution-approval-sheet");
    await page.goto(`/institution/claims?classId=${id}`);
    await expect(page.getByText("待初审").first()).toBeVisible();
    await checkA11y(page);
  });
});

test.describe("on the teacher's phone", () => {
  test.beforeEach(async ({ page }, { project }) => {
    test.skip(project.name !== "phone", "a teacher has a phone in the room");
    await signIn(page, "institution");
  });

  test("the sign-in code, the roll and the class fit a phone", async ({ page }) => {
    const running = await classUnderWay(page);
    const address = `/institution/sessions/${running.id}/${running.sessionId}`;
    await page.goto(`${address}/screen`);
    await expect(page.getByText(/人已签到/u).first()).toBeVisible();
    await checkA11y(page);
    await checkNoSidewaysScroll(page);
    await screenshot(page, "institution-sign-in-screen");
    await page.goto(`${address}/roll-call`);
    await expect(page.getByRole("list", { name: "名单" })).toBeVisible();
    await checkA11y(page);
    await checkNoSidewaysScroll(page);
    await screenshot(page, "institution-roll-call");
    for (const tab of ["", "/timetable", "/roster", "/attendance", "/courses", "/subsidy"]) {
      await page.goto(`/institution/classes/${running.id}${tab}`);
      await expect(page.getByRole("heading", { level: 1, name: running.name })).toBeVisible();
      await checkNoSidewaysScroll(page);
    }
    await page.goto("/institution");
    await expect(page.getByRole("heading", { level: 2, name: "今天的课" })).toBeVisible();
    await checkNoSidewaysScroll(page);
    await screenshot(page, "institution-home");
  });
});
