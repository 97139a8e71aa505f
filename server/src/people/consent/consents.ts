import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { conflict, type Problem } from "../../kernel/problem.ts";

/** Kinds of consent. Each consent is a fact with version and time; the latest counts. */
export const CONSENT_PURPOSES = {
  "real-name": "实名注册与个人信息处理",
  publication: "公示姓名（脱敏）与补贴金额",
  "data-sharing": "向就业、社保等部门核验信息",
  location: "签到时使用位置",
  face: "人脸核验",
  messages: "接收短信提醒",
} as const;
export type ConsentPurpose = keyof typeof CONSENT_PURPOSES;

interface Given {
  personId: string;
  accountId: string | null;
  purpose: ConsentPurpose;
  version: string;
  given?: boolean;
}

/** Records a person's consent or its withdrawal. */
export async function giveConsent(context: Context, given: Given): Promise<void> {
  await context.db
    .insertInto("consent")
    .values({
      person_id: given.personId,
      purpose: given.purpose,
      text_version: given.version,
      given: given.given ?? true,
      at: context.now,
      account_id: given.accountId,
    })
    .execute();
}

export interface HeldConsent {
  purpose: string;
  version: string;
  given: boolean;
  at: Date;
}

/** Latest consent of a person for each purpose. */
export async function consentsOf(context: Context, personId: string): Promise<HeldConsent[]> {
  const rows = await context.db
    .selectFrom("consent")
    .distinctOn("purpose")
    .select(["purpose", "text_version as version", "given", "at"])
    .where("person_id", "=", personId)
    .orderBy("purpose")
    .orderBy("id", "desc")
    .execute();
  return rows;
}

/** Those of these persons whose latest word on the purpose is yes. What needs an explicit yes: texts, place. */
export const consentingTo = (db: Database, personIds: readonly string[], purpose: ConsentPurpose) =>
  whoSaid(db, personIds, purpose, true);

/** Those of these persons who withdrew their consent to the purpose. Nobody is kept out for having said nothing yet. */
export const withdrawnFrom = (db: Database, personIds: readonly string[], purpose: ConsentPurpose) =>
  whoSaid(db, personIds, purpose, false);

async function whoSaid(
  db: Database,
  personIds: readonly string[],
  purpose: ConsentPurpose,
  given: boolean,
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const found = await sql<{ id: string }>`
    select w.id from unnest(${[...new Set(personIds)]}::uuid[]) as w (id)
    where (select c.given from consent c where c.person_id = w.id and c.purpose = ${purpose} order by c.id desc limit 1) = ${given}`.execute(
    db,
  );
  return new Set(found.rows.map((row) => row.id));
}

/** Refusal words where somebody withdrew consent; `own` for the person, `other` for whoever acts for them. */
const WITHDRAWN = {
  "real-name": {
    own: "您已收回“实名注册与个人信息处理”的同意，不能办理新的业务。要继续办理，请到“我的—我的同意”重新同意。",
    other: "本人已收回“实名注册与个人信息处理”的同意，不能为其办理新的业务。请本人登录后在“我的同意”中重新同意。",
  },
  publication: {
    own: "您已收回“公示”的同意。公示是发放补贴的法定步骤，没有公示不能发放。要申请补贴，请到“我的—我的同意”重新同意。",
    other: "本人已收回“公示”的同意，没有公示不能发放补贴。请本人登录后在“我的同意”中重新同意。",
  },
} as const;

/** Refuses new business about a person who withdrew one of these consents. */
export async function requireConsents(
  context: Context,
  personId: string,
  purposes: readonly (keyof typeof WITHDRAWN)[] = ["real-name"],
): Promise<void> {
  for (const purpose of purposes) {
    if ((await withdrawnFrom(context.db, [personId], purpose)).size > 0)
      throw consentWithdrawn(context.maybeActor?.personId === personId, purpose);
  }
}

export const consentWithdrawn = (isOwn: boolean, purpose: keyof typeof WITHDRAWN = "real-name"): Problem =>
  conflict("consent-withdrawn", WITHDRAWN[purpose][isOwn ? "own" : "other"], { purpose });
