import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { About, CorrectionRow, correctionOwner, correctionsOf } from "./correction-rows.ts";
import { correctionStates } from "./correction-states.ts";
import { notifyKeepers } from "../keeper/notify-keepers.ts";
import { SubjectCode } from "../keeper/subjects.ts";
import { requireOwnEvidence } from "../fact/own-evidence.ts";

const Body = z.strictObject({
  about: About,
  factId: Id.nullable().default(null).describe("哪一条记录有误；申请补登的不填"),
  groupId: Id.nullable().default(null).describe("哪一类人员类别有误；只用于 about 为 group"),
  wish: Text(500, 4).describe("哪里不对，正确的是什么"),
  evidenceFileId: Id.nullable().default(null),
});

/** `POST /api/v1/me/corrections`: requests the correction of a wrong or missing fact, with evidence. */
export const askCorrection = operation({
  method: "POST",
  path: "/api/v1/me/corrections",
  summary: "申请更正本人信息",
  permission: { roles: ["learner"] },
  body: Body,
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    await requireOwnRecord(context, personId, body);
    if (body.evidenceFileId !== null) await requireOwnEvidence(context, [body.evidenceFileId]);
    const row = await context.db
      .insertInto("fact_correction")
      .values({
        person_id: personId,
        about: body.about,
        fact_id: body.factId,
        group_id: body.groupId,
        wish: body.wish,
        evidence_file_id: body.evidenceFileId,
        asked_by: context.actor.accountId,
        asked_at: context.now,
        decided_by: null,
        decided_at: null,
        answer: null,
        new_fact_id: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tellKeeper(context, personId, body);
    context.audit({ kind: "fact-correction", id: row.id, detail: { about: body.about } });
    return { id: row.id };
  },
});

/** Whoever keeps the register that is said to be wrong is told; of a name, the bureau. */
async function tellKeeper(
  context: Context,
  personId: string,
  { about, groupId }: z.output<typeof Body>,
): Promise<void> {
  const notice = { template: "corrections-waiting", text: "新收到 {n} 件信息更正申请，等待核实。" } as const;
  const person = await context.db
    .selectFrom("person")
    .select("town")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (about === "name") return notifyOffice(context, "reviewer", person.town, notice);
  if (about !== "group") return notifyKeepers(context, `fact:${about}`, person.town, notice);
  const group = await context.db
    .selectFrom("person_group")
    .select("code")
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  await notifyKeepers(context, SubjectCode.parse(`group:${group.code}`), person.town, notice);
}

/** `GET /api/v1/me/corrections`: one's own correction requests and their answers. */
export const myCorrections = operation({
  method: "GET",
  path: "/api/v1/me/corrections",
  summary: "我的更正申请",
  permission: { roles: ["learner"] },
  output: z.object({ rows: z.array(CorrectionRow) }),
  run: async (context) => ({ rows: await correctionsOf(context.db, context.actor.personId ?? "") }),
});

/** `POST /api/v1/fact-corrections/:id/withdrawal`: the person withdraws a request before it is decided. */
export const withdrawCorrection = operation({
  method: "POST",
  path: "/api/v1/fact-corrections/:id/withdrawal",
  summary: "撤回更正申请",
  permission: { roles: ["learner"], over: correctionOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, correctionStates, params.id, "withdrawn");
    context.audit({ kind: "fact-correction", id: params.id });
    return { id: params.id };
  },
});

/** Refuses a request about a record of another person or kind, or one that was corrected already. */
async function requireOwnRecord(context: Context, personId: string, body: z.output<typeof Body>): Promise<void> {
  if (body.about === "group") {
    const group = await context.db
      .selectFrom("person_group")
      .select("id")
      .where("id", "=", body.groupId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (!group || body.factId !== null) throw unknownRecord("/groupId");
    return;
  }
  if (body.groupId !== null || (body.about === "name" && body.factId !== null)) throw unknownRecord("/groupId");
  if (body.factId === null) return;
  const fact = await context.db
    .selectFrom("person_fact as f")
    .leftJoin("person_fact as later", "later.replaces", "f.id")
    .select("later.id as later")
    .where("f.id", "=", body.factId)
    .where("f.person_id", "=", personId)
    .where("f.kind", "=", body.about === "name" ? "degree" : body.about)
    .executeTakeFirst();
  if (!fact) throw unknownRecord("/factId");
  if (fact.later !== null)
    throw unacceptable("fact-replaced", "这条记录已经更正过。请刷新页面，对最新的一条提出更正。", [
      { pointer: "/factId", detail: "已有更新的记录" },
    ]);
}

const unknownRecord = (pointer: string) =>
  unacceptable("record-unknown", "没有找到要更正的记录。请刷新页面，从列表中重新选择。", [
    { pointer, detail: "请重新选择" },
  ]);
