import type { Context } from "../../kernel/context.ts";

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
