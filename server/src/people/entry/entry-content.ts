import type { Group } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import type { Fact } from "../fact/fact-kinds.ts";
import { recordFacts } from "../fact/record-facts.ts";
import type { Subject } from "../keeper/subjects.ts";
import { subjectLabel } from "../keeper/subjects.ts";
import { notify } from "../message/notify.ts";

/** An officer's entry about one person: a fact, perhaps in place of another, or a group. */
export type EntryContent =
  | { kind: "fact"; fact: Fact; source: string; replaces: string | null; reason: string | null }
  | { kind: "group"; code: Group; validFrom: string; validTo: string | null; note: string };

export const subjectOf = (content: EntryContent): Subject =>
  content.kind === "fact" ? `fact:${content.fact.kind}` : `group:${content.code}`;

/** Writes the fact or group on the officer's word, and tells the person. Returns its id. */
export async function writeEntry(context: Context, personId: string, content: EntryContent): Promise<string> {
  const id =
    content.kind === "fact"
      ? await writeFact(context, personId, content)
      : await writeGroup(context, personId, content);
  const from = content.kind === "fact" ? content.source : content.note;
  await notify(
    context,
    personId,
    "record-entered",
    `您的档案里登记了“${subjectLabel(subjectOf(content))}”（来源：${from}）。与事实不符的，请在“我的信息”里申请更正。`,
  );
  return id;
}

async function writeFact(
  context: Context,
  personId: string,
  { fact, source, replaces, reason }: Extract<EntryContent, { kind: "fact" }>,
): Promise<string> {
  const [id = ""] = await recordFacts(context, [{ personId, fact, source, replaces, reason }]);
  context.audit({ kind: "person-fact", id, detail: { kind: fact.kind, replaces } });
  return id;
}

async function writeGroup(
  context: Context,
  personId: string,
  { code, validFrom, validTo, note }: Extract<EntryContent, { kind: "group" }>,
): Promise<string> {
  const row = await context.db
    .insertInto("person_group")
    .values({
      person_id: personId,
      code,
      valid_from: validFrom,
      valid_to: validTo,
      evidence_file_id: null,
      evidence_note: note,
      state: "confirmed",
      declared_by: null,
      decided_by: context.actor.accountId,
      created_at: context.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await context.emit("person-group-confirmed", { personIds: [personId], code });
  context.audit({ kind: "person-group", id: row.id, detail: { code } });
  return row.id;
}
