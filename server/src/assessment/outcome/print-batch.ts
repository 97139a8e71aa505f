import { maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import { type RosterContent, rosterPdf } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput, Id } from "../../kernel/shapes.ts";
import { type Batch, readBatch, WAYS } from "../batch/batch.ts";
import type { EvaluationDuty, EvaluationWay, StaffKind } from "../evaluation-tables.ts";
import { batchOwner, candidateOwner } from "../owners.ts";
import { DUTIES, STAFF_KINDS } from "../panel/staff-words.ts";

/** Papers of a batch that are printed. */
const PRINTS = {
  plan: "认定计划表",
  tickets: "准考证",
  seats: "考场座次表",
  staff: "考评人员派遣表",
  supervision: "督导报告",
  scores: "成绩登记表",
  publicity: "成绩公示",
} as const;
type Print = keyof typeof PRINTS;

const clock = (at: Date): string =>
  at.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });

interface Head {
  organisation: string;
  site: string;
  address: string;
  notice: string;
  chargeFen: number;
}

async function headOf(context: Context, batch: Batch): Promise<Head> {
  const { rows } = await sql<Head>`
    select o.name as organisation, t.name as site, t.address, b.notice, b.charge_fen as "chargeFen" from evaluation_batch b
    join organisation o on o.id = b.organisation_id join evaluation_site t on t.id = b.site_id where b.id = ${batch.id}`.execute(
    context.db,
  );
  return rows[0] as Head;
}

const factsOf = (batch: Batch, head: Head): RosterContent["facts"] => [
  ["批次", batch.number],
  ["评价机构", head.organisation],
  ["职业（等级）", `${batch.occupationName}（${batch.level} 级）`],
  ["考试", `${batch.examOn} ${clock(batch.startsAt)}–${clock(batch.endsAt)}`],
  ["场地", `${head.site}，${head.address}`],
];

interface Seated {
  ticket: string;
  name: string;
  masked: string;
  subject: EvaluationWay;
  room: string;
  seat: number;
  starts: Date;
}

async function seatedOf(context: Context, batchId: string, candidateId: string | null): Promise<Seated[]> {
  const { rows } = await sql<Seated>`
    select k.ticket, p.name, p.citizen_id_masked as masked, s.subject, r.name as room, s.seat, s.starts_at as starts
    from evaluation_seat s join evaluation_room_use u on u.id = s.room_use_id and not u.released join evaluation_room r on r.id = u.room_id
    join evaluation_candidate k on k.id = s.candidate_id and k.state = 'admitted' join person p on p.id = k.person_id
    where k.batch_id = ${batchId} and (${candidateId}::uuid is null or k.id = ${candidateId}::uuid)
    order by s.starts_at, r.name, s.seat`.execute(context.db);
  return rows;
}

const SEAT_COLUMNS = [
  { header: "准考证号", share: 2 },
  { header: "姓名" },
  { header: "科目" },
  { header: "考场", share: 1.5 },
  { header: "座位/工位", align: "center" as const },
  { header: "时间", align: "center" as const },
];
const seatRow = (row: Seated): string[] => [
  row.ticket,
  row.name,
  WAYS[row.subject],
  row.room,
  `${row.seat} 号`,
  clock(row.starts),
];
const TICKET_RULES = [
  "凭本证和身份证原件进场，开考 30 分钟后不得入场。",
  "按座位就座，服从监考人员安排；替考、夹带、抄袭的取消全部成绩。",
];

type Content = Pick<RosterContent, "columns" | "rows" | "signed" | "signers"> &
  Partial<Pick<RosterContent, "opening" | "closing" | "issued" | "landscape">>;

const CONTENTS: Record<Print, (context: Context, batch: Batch, head: Head) => Promise<Content>> = {
  async plan(context, batch, head) {
    const { rows } = await sql<{ title: string; on: string; met: string | null }>`
      select title, due_on as "on", met_on as met from due_day where kind = 'evaluation-batch' and subject = ${batch.id} order by due_on`.execute(
      context.db,
    );
    return {
      opening: `方式：${batch.ways.map((way) => WAYS[way]).join("、")}。预计 ${batch.expected} 人，每人收费 ${(head.chargeFen / 100).toFixed(2)} 元。公告：${head.notice}`,
      columns: [{ header: "节点", share: 2 }, { header: "时限" }, { header: "完成" }],
      rows: rows.map((row) => [row.title, row.on, row.met ?? ""]),
      signed: false,
      signers: ["评价机构", "鉴定中心"],
    };
  },
  async tickets(context, batch) {
    return {
      columns: SEAT_COLUMNS,
      rows: (await seatedOf(context, batch.id, null)).toSorted((a, b) => a.ticket.localeCompare(b.ticket)).map(seatRow),
      closing: TICKET_RULES,
      signed: false,
      signers: [],
    };
  },
  async seats(context, batch) {
    return {
      columns: SEAT_COLUMNS,
      rows: (await seatedOf(context, batch.id, null)).map(seatRow),
      signed: true,
      signers: ["监考", "监考"],
    };
  },
  async staff(context, batch) {
    const { rows } = await sql<{
      name: string;
      kind: StaffKind;
      duty: EvaluationDuty;
      number: string;
      leader: boolean;
    }>`
      select p.name, s.kind, a.duty, s.certificate_number as number, a.leader from evaluation_assignment a
      join evaluation_staff s on s.id = a.staff_id join person p on p.id = s.person_id
      where a.batch_id = ${batch.id} and a.removed_at is null order by a.duty, a.leader desc, p.name`.execute(
      context.db,
    );
    return {
      columns: [{ header: "姓名" }, { header: "类别" }, { header: "工作" }, { header: "证件编号", share: 2 }],
      rows: rows.map((row) => [
        row.name,
        STAFF_KINDS[row.kind],
        row.leader ? `${DUTIES[row.duty]}组长` : DUTIES[row.duty],
        row.number,
      ]),
      signed: true,
      signers: ["派遣单位"],
    };
  },
  async supervision(context, batch) {
    const { rows } = await sql<{
      at: Date;
      name: string;
      duty: EvaluationDuty;
      step: string;
      heads: number | null;
      finding: string;
      grave: boolean;
    }>`
      select v.at, p.name, a.duty, v.step, v.heads, v.finding, v.grave from evaluation_supervision v
      join evaluation_assignment a on a.id = v.assignment_id join evaluation_staff s on s.id = a.staff_id join person p on p.id = s.person_id
      where v.batch_id = ${batch.id} order by v.at`.execute(context.db);
    const steps: Record<string, string> = { papers: "试卷启封", scoring: "评分", ...WAYS };
    return {
      columns: [
        { header: "时间" },
        { header: "督导" },
        { header: "环节" },
        { header: "实到", align: "right" },
        { header: "情况", share: 4 },
      ],
      rows: rows.map((row) => [
        clock(row.at),
        `${row.name}（${DUTIES[row.duty]}）`,
        steps[row.step] ?? row.step,
        row.heads === null ? "" : String(row.heads),
        `${row.grave ? "【严重】" : ""}${row.finding}`,
      ]),
      signed: false,
      signers: ["内部督导", "外部督导"],
    };
  },
  async scores(context, batch) {
    const { rows } = await sql<{
      ticket: string;
      name: string;
      theory: number | null;
      practice: number | null;
      review: number | null;
      status: string;
      passed: boolean;
    }>`
      select k.ticket, p.name, r.theory::float8 as theory, r.practice::float8 as practice, r.review::float8 as review, r.status, r.passed
      from evaluation_result r join evaluation_candidate k on k.id = r.candidate_id join person p on p.id = k.person_id
      where r.batch_id = ${batch.id} and not exists (select from evaluation_result n where n.replaces = r.id) order by k.ticket`.execute(
      context.db,
    );
    const words: Record<string, string> = { absent: "缺考", cheated: "违纪" };
    return {
      columns: [
        { header: "准考证号", share: 2 },
        { header: "姓名" },
        ...batch.ways.map((way) => ({ header: WAYS[way], align: "right" as const })),
        { header: "结果", align: "center" },
      ],
      rows: rows.map((row) => [
        row.ticket,
        row.name,
        ...batch.ways.map((way) => (row[way] === null ? "" : String(row[way]))),
        words[row.status] ?? (row.passed ? "合格" : "不合格"),
      ]),
      signed: false,
      signers: ["考评组长", "登分", "复核"],
    };
  },
  async publicity(context, batch, head) {
    const publicity = await context.db
      .selectFrom("evaluation_publicity")
      .select(["starts_on", "ends_on"])
      .where("batch_id", "=", batch.id)
      .executeTakeFirst();
    if (!publicity) throw conflict("not-publicised", "这个批次还没有公示。");
    const { rows } = await sql<{ name: string; ticket: string; passed: boolean }>`
      select p.name, k.ticket, r.passed from evaluation_result r join evaluation_candidate k on k.id = r.candidate_id
      join person p on p.id = k.person_id
      where r.batch_id = ${batch.id} and not exists (select from evaluation_result n where n.replaces = r.id) order by k.ticket`.execute(
      context.db,
    );
    return {
      opening: `公示期 ${publicity.starts_on} 至 ${publicity.ends_on}。有异议的，本人可在公示期内登录平台提出，由人社部门答复。`,
      columns: [{ header: "姓名" }, { header: "准考证号后四位" }, { header: "结果", align: "center" }],
      rows: rows.map((row) => [maskPersonName(row.name), row.ticket.slice(-4), row.passed ? "合格" : "不合格"]),
      signed: false,
      signers: [],
      issued: [head.organisation, publicity.starts_on],
    };
  },
};

/** Prints one of the batch's papers. */
export const printBatch = operation({
  method: "GET",
  path: "/api/v1/evaluation-batches/:id/prints/:kind",
  summary: "打印认定批次的表",
  permission: { roles: ["evaluator", "reviewer", "auditor"], over: batchOwner },
  params: z.object({ id: Id, kind: z.enum(Object.keys(PRINTS) as [Print, ...Print[]]) }),
  output: fileOutput,
  perMinute: 30,
  async run(context, { params }) {
    const batch = await readBatch(context.db, params.id);
    const head = await headOf(context, batch);
    const title = PRINTS[params.kind];
    const content = await CONTENTS[params.kind](context, batch, head);
    if (content.rows.length === 0) throw conflict("nothing-to-print", `“${title}”还没有内容。请办到这一步以后再打印。`);
    return pdfReply(title, batch, head, content);
  },
});

async function pdfReply(title: string, batch: Batch, head: Head, content: Content): Promise<FileReply> {
  return new FileReply({
    mediaType: "application/pdf",
    content: await rosterPdf({ title, facts: factsOf(batch, head), footer: `${batch.number} ${title}`, ...content }),
    fileName: `${title} ${batch.number}.pdf`,
  });
}

/** The admission ticket of one candidate. */
export const printTicket = operation({
  method: "GET",
  path: "/api/v1/evaluation-candidates/:id/ticket",
  summary: "打印准考证",
  permission: { roles: ["learner", "evaluator"], over: candidateOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const { batch_id } = await context.db
      .selectFrom("evaluation_candidate")
      .select("batch_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const batch = await readBatch(context.db, batch_id);
    const seats = await seatedOf(context, batch_id, params.id);
    if (seats.length === 0)
      throw conflict("no-seat", "考场还没有编排好，准考证要等编排以后才能打印。编排好了会在这里显示。");
    return pdfReply(PRINTS.tickets, batch, await headOf(context, batch), {
      columns: SEAT_COLUMNS,
      rows: seats.map(seatRow),
      closing: TICKET_RULES,
      signed: false,
      signers: [],
    });
  },
});
