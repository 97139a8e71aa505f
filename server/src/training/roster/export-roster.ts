import { formatPeriod } from "@jinengtong/standards";
import { z } from "zod";
import { rosterPdf } from "../../adapters/pdf/index.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { classOwner } from "../owners.ts";
import { ROSTER_ORDER, RosterFilter, rosterPage } from "./roster.ts";
import { CLASS_READERS } from "../class/visible.ts";

/** The roster for signing (PDF), or as a workbook. Numbers are masked in both. */
export const exportRoster = operation({
  method: "GET",
  path: "/api/v1/classes/:id/roster/export",
  summary: "导出花名册",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  query: z.object({
    format: z.enum(["xlsx", "pdf"]).default("xlsx"),
    ...ROSTER_ORDER.shape,
    ...RosterFilter.shape,
  }),
  output: fileOutput,
  async run(context, { params, query }) {
    const target = await context.db
      .selectFrom("training_class as c")
      .innerJoin("organisation as o", "o.id", "c.organisation_id")
      .select(["c.number", "c.name", "c.starts_on", "c.ends_on", "c.occupation_name", "o.name as organisation_name"])
      .where("c.id", "=", params.id)
      .executeTakeFirstOrThrow();
    // A class has at most 200 seats.
    const filter = { ...query, seatedOnly: query.state === undefined };
    const { rows } = await rosterPage(context, params.id, filter, { sort: query.sort, limit: 1_000 });
    const name = `花名册-${target.number}`;
    if (query.format === "xlsx")
      return sheetReply(
        name,
        [
          { header: "座号", kind: "number", width: 8, value: (row) => row.seat },
          { header: "姓名", value: (row) => row.name },
          { header: "性别", width: 8, value: (row) => (row.sex === "M" ? "男" : "女") },
          { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
          { header: "手机号", width: 16, value: (row) => row.phoneMasked },
          { header: "人员类别", width: 20, value: (row) => row.groupLabel },
          { header: "状态", value: (row) => row.stateLabel },
          { header: "未结业原因", width: 24, value: (row) => row.notCompleted },
        ],
        rows,
      );
    const content = await rosterPdf({
      title: "职业技能培训花名册",
      facts: [
        ["班级", `${target.name}（${target.number}）`],
        ["机构", target.organisation_name],
        ["职业（工种）", target.occupation_name],
        ["时间", formatPeriod(target.starts_on, target.ends_on)],
      ],
      columns: [
        { header: "姓名" },
        { header: "性别", share: 0.5 },
        { header: "身份证号", share: 2 },
        { header: "手机号", share: 1.4 },
      ],
      rows: rows.map((row) => [row.name, row.sex === "M" ? "男" : "女", row.citizenIdMasked, row.phoneMasked ?? ""]),
      signed: true,
      signers: ["班主任", "机构负责人（章）"],
      footer: target.number,
    });
    return new FileReply({ mediaType: "application/pdf", content, fileName: `${name}.pdf` });
  },
});
