import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Problem } from "../../kernel/problem.ts";
import { requireScope } from "../filing/filings.ts";
import type { EvaluationDuty } from "../evaluation-tables.ts";
import { DUTIES } from "../panel/staff-words.ts";
import { type Batch, registrationClosed, rulesOf, WAYS } from "./batch.ts";
import { sittings } from "./arrange-rooms.ts";
import { groupFault, memberFault, membersFor } from "./panel-findings.ts";

export interface Check {
  rule: string;
  ok: boolean;
  sentence: string;
}

/** Invigilators that the theory rooms need: at least so many a room, and one for each so many heads in it. */
export const invigilatorsNeeded = (headsByRoom: readonly number[], perRoom: number, headsEach: number): number =>
  headsByRoom.reduce((sum, heads) => sum + (heads === 0 ? 0 : Math.max(perRoom, Math.ceil(heads / headsEach))), 0);

/** Every rule that must hold before the exam starts, with what is missing: shown on the page, and asked again by the start. */
export async function readiness(context: Context, batch: Batch): Promise<Check[]> {
  const { db } = context;
  const rules = await rulesOf(db, batch);
  const checks: Check[] = [];
  const check = (rule: string, ok: boolean, good: string, bad: string): void => {
    checks.push({ rule, ok, sentence: ok ? good : bad });
  };

  const scope = await requireScope(context, { ...batch, on: batch.examOn }).then(
    () => null,
    (problem: unknown) => {
      if (problem instanceof Problem) return problem.message;
      throw problem;
    },
  );
  check("scope", scope === null, "备案和评价资格覆盖本批次", scope ?? "");
  check("registration", await registrationClosed(db, batch.id), "报名已截止", "报名还没有截止");

  const people = await sittings(context, batch);
  const { rows: seats } = await sql<{ subject: string; room: string; seated: number; atOnce: number }>`
    select s.subject, r.name as room, count(*)::int as seated, count(distinct s.seat)::int as "atOnce"
    from evaluation_seat s join evaluation_room_use u on u.id = s.room_use_id and not u.released join evaluation_room r on r.id = u.room_id
    join evaluation_candidate k on k.id = s.candidate_id and k.state = 'admitted'
    where k.batch_id = ${batch.id} group by s.subject, u.id, r.name order by 1, 2`.execute(db);
  for (const way of batch.ways) {
    const heads = people.filter(({ subjects }) => subjects.includes(way)).length;
    const seated = seats.filter(({ subject }) => subject === way).reduce((sum, row) => sum + row.seated, 0);
    check(
      `seats-${way}`,
      seated >= heads && people.length > 0,
      `${WAYS[way]} ${heads} 人都有座位`,
      people.length === 0 ? "没有审查通过的考生" : `${WAYS[way]} ${heads} 人中只编排了 ${seated} 人`,
    );
  }

  const assigned = await db
    .selectFrom("evaluation_assignment")
    .select(["staff_id", "duty", "conflict"])
    .where("batch_id", "=", batch.id)
    .where("removed_at", "is", null)
    .execute();
  const members = new Map(
    (
      await membersFor(
        db,
        batch,
        assigned.map(({ staff_id }) => staff_id),
        rules.value("batches-running"),
      )
    ).map((member) => [member.id, member]),
  );
  const of = (duty: EvaluationDuty) =>
    assigned.filter((row) => row.duty === duty).flatMap(({ staff_id }) => members.get(staff_id) ?? []);
  const examiners = of("examiner");
  const group = await groupFault(db, batch, examiners, rules, true);
  check("panel", group === null, `考评人员 ${examiners.length} 人，符合人数和轮换规定`, group?.sentence ?? "");
  const atOnce = seats.filter(({ subject }) => subject === "practice").reduce((sum, row) => sum + row.atOnce, 0);
  const headsEach = rules.value("heads-per-examiner");
  check(
    "heads-per-examiner",
    examiners.length * headsEach >= atOnce,
    `同时操作 ${atOnce} 人，考评人员够用`,
    `同时操作 ${atOnce} 人，至少要 ${Math.ceil(atOnce / headsEach)} 名考评人员${rules.basis("heads-per-examiner")}`,
  );
  const needed = invigilatorsNeeded(
    seats.filter(({ subject }) => subject === "theory").map(({ seated }) => seated),
    rules.value("room-invigilators"),
    rules.value("heads-per-invigilator"),
  );
  const invigilators = of("invigilator").length;
  check(
    "invigilators",
    invigilators >= needed,
    `监考 ${invigilators} 人，够用`,
    `监考 ${invigilators} 人，理论考场至少要 ${needed} 人${rules.basis("heads-per-invigilator")}`,
  );
  for (const duty of ["internal-supervisor", "external-supervisor"] as const)
    check(
      duty,
      of(duty).length > 0,
      `已有${DUTIES[duty]}`,
      `还没有${DUTIES[duty]}，${duty === "internal-supervisor" ? "请派本单位的督导" : "请等人社部门派出"}`,
    );
  for (const { staff_id, duty } of assigned) {
    const member = members.get(staff_id);
    const fault = member && memberFault(member, duty, batch, rules);
    if (fault) checks.push({ rule: fault.rule, ok: false, sentence: fault.sentence });
  }
  const conflicts = assigned.filter(({ conflict }) => conflict !== null).length;
  check("conflict", conflicts === 0, "没有未处理的回避申报", `有 ${conflicts} 人申报回避，请另派`);

  const drawn = await db
    .selectFrom("evaluation_paper_draw")
    .select("subject")
    .where("batch_id", "=", batch.id)
    .execute();
  for (const way of batch.ways.filter((each) => each !== "review"))
    check(
      `paper-${way}`,
      drawn.some(({ subject }) => subject === way),
      `${WAYS[way]}试卷已抽取`,
      `${WAYS[way]}试卷还没有抽取`,
    );
  return checks;
}
