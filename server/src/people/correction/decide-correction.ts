import { firstCharacters } from "@jinengtong/standards";
import { z } from "zod";
import { describeAccountOf } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { About, aboutLabel, correctionOwner } from "./correction-rows.ts";
import { correctionStates } from "./correction-states.ts";
import { Fact } from "../fact/fact-kinds.ts";
import { groupStates } from "../group/group-states.ts";
import { PersonName } from "../identity/identity.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { requireKeeperOf } from "../group/require-keeper-of.ts";
import { notify } from "../message/notify.ts";
import { recordFacts } from "../fact/record-facts.ts";

const Body = z.strictObject({
  verdict: z.enum(["accepted", "declined"]),
  answer: Text(500, 4).describe("核实情况；本人会看到"),
  fact: Fact.optional().describe("更正后的记录；更正或补登其他部门的记录时填写"),
  source: Text(100, 2).optional().describe("新记录的来源，例如“社保系统 2020-05-31 查询”"),
  name: PersonName.optional().describe("更正后的姓名"),
  lastDay: CivilDate.optional().describe("人员类别到哪一天为止"),
});
type Body = z.output<typeof Body>;

interface Wish {
  id: string;
  person_id: string;
  about: z.output<typeof About>;
  fact_id: string | null;
  group_id: string | null;
}

/** `POST /api/v1/fact-corrections/:id/decision`: corrects the record with a new fact beside the old, or rejects with a reason. */
export const decideCorrection = operation({
  method: "POST",
  path: "/api/v1/fact-corrections/:id/decision",
  summary: "答复信息更正申请",
  permission: { roles: ["reviewer", "department"], over: correctionOwner },
  params: ById,
  body: Body,
  output: z.object({ id: Id, factId: Id.nullable() }),
  async run(context, { params, body }) {
    await moveState(context, correctionStates, params.id, body.verdict, { reason: body.answer });
    const wish = (await context.db
      .selectFrom("fact_correction")
      .select(["id", "person_id", "about", "fact_id", "group_id"])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow()) as Wish;
    if (wish.about === "group") await requireKeeperOf(context, wish.group_id ?? "");
    else if (wish.about !== "name") await requireKeeper(context, `fact:${wish.about}`);
    const factId = body.verdict === "accepted" ? await setRight(context, wish, body) : null;
    await context.db
      .updateTable("fact_correction")
      .set({
        decided_by: context.actor.accountId,
        decided_at: context.now,
        answer: body.answer,
        new_fact_id: factId,
      })
      .where("id", "=", params.id)
      .execute();
    await notify(
      context,
      wish.person_id,
      "correction-decided",
      body.verdict === "accepted"
        ? `您申请更正的“${aboutLabel(wish.about)}”已经更正，请到“我的信息”核对。核实情况：${body.answer}`
        : `您申请更正的“${aboutLabel(wish.about)}”没有更正，理由：${body.answer}。有新的证明可以再申请，也可以到所在镇（街道）窗口咨询。`,
    );
    context.audit({
      kind: "fact-correction",
      id: params.id,
      detail: { verdict: body.verdict, about: wish.about, factId },
    });
    return { id: params.id, factId };
  },
});

/** Makes the requested correction. Returns the new fact, if it is one. */
async function setRight(context: Context, wish: Wish, body: Body): Promise<string | null> {
  switch (wish.about) {
    case "name":
      await rename(context, wish.person_id, body);
      return null;
    case "group":
      await shortenGroup(context, wish.group_id ?? "", body);
      return null;
    default:
      return recordAnew(context, wish, body);
  }
}

async function recordAnew(context: Context, wish: Wish, body: Body): Promise<string> {
  if (body.fact?.kind !== wish.about || body.source === undefined)
    throw missing("/fact", `请填写更正后的“${aboutLabel(wish.about)}”记录和来源。`);
  const [id = ""] = await recordFacts(context, [
    {
      personId: wish.person_id,
      fact: body.fact,
      source: body.source,
      replaces: wish.fact_id,
      reason: wish.fact_id === null ? null : firstCharacters(`本人申请更正：${body.answer}`, 300),
    },
  ]);
  return id;
}

async function rename(context: Context, personId: string, body: Body): Promise<void> {
  if (context.actor.role !== "reviewer")
    throw forbidden("姓名由人社部门的审核人员更正。请转人社部门办理。", "name-by-reviewer");
  if (body.name === undefined) throw missing("/name", "请填写更正后的姓名。");
  await context.db.updateTable("person").set({ name: body.name }).where("id", "=", personId).execute();
  await describeAccountOf(context, personId, { name: body.name });
}

async function shortenGroup(context: Context, groupId: string, body: Body): Promise<void> {
  if (body.lastDay === undefined) throw missing("/lastDay", "请填写该人员类别到哪一天为止。");
  await moveState(context, groupStates, groupId, "ended", { reason: body.answer });
  const ended = await context.db
    .updateTable("person_group")
    .set({ valid_to: body.lastDay })
    .where("id", "=", groupId)
    .where("valid_from", "<=", body.lastDay)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw missing("/lastDay", "终止日期早于开始日期，请更正。");
}

const missing = (pointer: string, detail: string) =>
  unacceptable("correction-incomplete", detail, [{ pointer, detail }]);
