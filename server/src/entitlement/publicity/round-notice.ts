import { county } from "@jinengtong/county";
import { type CivilDate, formatFormalDate, formatYuan } from "@jinengtong/standards";
import { z } from "zod";
import { rosterPdf } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { PUBLICITY_DAYS } from "../claim/work-calendar.ts";
import { type Notice, NOTICE_COLUMNS, noticeHtml } from "./notice-html.ts";
import { publicised, PUBLICISED_COLUMNS, PUBLICISED_TABLES, type PublicisedRow } from "./publicity-rows.ts";
import { roundOwner, roundTitle } from "./publicity-round.ts";

/** Web page of its own: nothing is loaded beside it and nothing runs in it. */
const STYLE_ONLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-modals";

/**
 * `GET /api/v1/publicity/rounds/:id/notice`: a round's notice for the board, as PDF or as a web page for the office's site, as it was
 * put up; names are masked as on the public page.
 */
export const roundNotice = operation({
  method: "GET",
  path: "/api/v1/publicity/rounds/:id/notice",
  summary: "打印公示批次的公告",
  permission: { roles: ["reviewer", "auditor"], over: roundOwner },
  params: ById,
  query: z.object({ as: z.enum(["pdf", "html"]).default("pdf") }),
  output: fileOutput,
  perMinute: 20,
  async run(context, { params, query }) {
    const notice = await readNotice(context, params.id);
    if (query.as === "html")
      return new FileReply({
        mediaType: "text/html; charset=utf-8",
        content: Buffer.from(noticeHtml(notice)),
        headers: { "content-security-policy": STYLE_ONLY, "cache-control": "private, no-store" },
      });
    const content = await rosterPdf({
      ...notice,
      facts: notice.document === null ? [] : [["文号", notice.document]],
      columns: NOTICE_COLUMNS,
      signed: false,
      signers: [],
    });
    return new FileReply({ mediaType: "application/pdf", content, fileName: `${notice.title}.pdf` });
  },
});

async function readNotice(context: Context, id: string): Promise<Notice> {
  const round = await context.db
    .selectFrom("publicity_round")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<PublicisedRow & { put_up_fen: number }>`
    select ${PUBLICISED_COLUMNS}, e.amount_fen as put_up_fen
    from ${PUBLICISED_TABLES} join publicity_entry e on e.claim_id = c.id and e.round_id = ${id}
    order by c.number`.execute(context.db);
  const { bureau } = county().offices;
  const claims = rows.map((row) => ({ ...publicised(row, context.services.policies), putUpFen: row.put_up_fen }));
  const total = claims.reduce((sum, claim) => sum + claim.putUpFen, 0);
  const title = `职业技能培训补贴公示（${roundTitle(round)}）`;
  return {
    title,
    opening: [
      `以下 ${claims.length} 笔补贴申请已经审核通过，拟予发放，现予公示。`,
      `公示期${formatFormalDate(round.from_day)}至${formatFormalDate(round.to_day)}（${PUBLICITY_DAYS} 个工作日）。`,
    ].join(""),
    rows: claims.map((claim) => [
      claim.number,
      claim.name ?? claim.institution ?? claim.className ?? "",
      claim.benefitName,
      [claim.institution ?? "", claim.className ?? ""].join(" ").trim(),
      formatYuan(claim.putUpFen),
    ]),
    total: ["合计", "", "", "", formatYuan(total)],
    closing: [
      "对公示内容有异议的，请在公示期内向我们提出并说明情况，我们会核查答复，答复之前不予发放；也可以在平台的补贴公示页上提出。",
      `受理单位：${bureau.name}　电话：${bureau.phone}`,
      `地址：${bureau.address}　受理时间：${bureau.hours}`,
    ],
    issued: [bureau.name, formatFormalDate(round.from_day as CivilDate)],
    footer: [round.document ?? "", county().product.name].filter((part) => part !== "").join("　"),
    document: round.document,
  };
}
