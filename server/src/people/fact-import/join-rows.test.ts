import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { expect, it } from "vitest";
import { openList } from "./read-list.ts";

const TODAY = civilDate("2020-06-15");
const [zhang, li] = [
  makeCitizenId("320682", civilDate("1980-01-01"), 1),
  makeCitizenId("320682", civilDate("1990-01-01"), 2),
];

/** Rows of a list read two at a time, so that a person's rows stand in different chunks. */
async function read(subject: "fact:pension" | "fact:unemployment-benefit", csv: string) {
  const list = await openList(Buffer.from(csv), subject, TODAY);
  const rows = [];
  for await (const chunk of list.chunks(2)) {
    expect(chunk.length).toBeLessThanOrEqual(2);
    rows.push(...chunk);
  }
  return rows;
}

it("knows a person again in a later part of the list", async () => {
  const rows = await read(
    "fact:pension",
    `姓名,身份证号,是否领取养老金,起始日期
张三,${zhang},否,2020-01-01
李四,${li},否,2020-01-01
李四,,否,2020-01-01
张三,${zhang},否,2020-01-01
李四,${li},是,2020-01-01
`,
  );
  expect(rows.map(({ rowNumber, stated, repeats }) => [rowNumber, stated !== null, repeats])).toEqual([
    [2, true, false],
    [3, true, false],
    [4, false, false],
    [5, true, true],
    [6, false, false],
  ]);
  expect(rows.map(({ findings }) => findings.map(({ code }) => code).join())).toEqual([
    "",
    "",
    "required",
    "repeated-row",
    "person-twice",
  ]);
  expect(rows[4]?.findings[0]?.sentence).toContain("第 3 行");
});

it("joins a person's benefit periods into the first of their rows, however far apart they stand", async () => {
  const rows = await read(
    "fact:unemployment-benefit",
    `姓名,身份证号,截至日期,领取开始日期,领取结束日期
张三,${zhang},2020-06-01,2020-01-01,2020-02-01
李四,${li},2020-06-01,2020-01-01,2020-02-01
李四,${li},2020-06-01,2020-01-01,2020-02-01
张三,${zhang},2020-06-01,2020-04-01,2020-05-01
`,
  );
  expect(rows.map(({ findings }) => findings.map(({ code }) => code).join())).toEqual([
    "",
    "",
    "repeated-row",
    "joined-row",
  ]);
  expect(rows[0]?.stated).toMatchObject({
    fact: {
      value: {
        periods: [
          { from: "2020-01-01", to: "2020-02-01" },
          { from: "2020-04-01", to: "2020-05-01" },
        ],
      },
    },
  });
});
