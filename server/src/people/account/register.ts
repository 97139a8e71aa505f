import { samePersonName, tooYoungToTrain } from "@jinengtong/standards";
import { z } from "zod";
import { checkPhoneCode, inOwnTransaction, SessionOpened, startSession, usePhoneCode } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem, unacceptable } from "../../kernel/problem.ts";
import { Text } from "../../kernel/shapes.ts";
import { giveConsent } from "../consent/consents.ts";
import { findOrCreatePerson } from "../identity/find-or-create.ts";
import { CitizenIdNumber, Mobile, PersonName, citizenIdHash, phoneHash, readCitizenId } from "../identity/identity.ts";
import { learnerAccount } from "./learner-account.ts";
import { Town } from "../identity/town.ts";

const Registration = z.strictObject({
  name: PersonName,
  citizenId: CitizenIdNumber,
  phone: Mobile,
  code: z.string().trim().max(10),
  town: Town,
  consentVersion: Text(40).describe("同意的个人信息处理告知书版本"),
  messages: z.boolean().default(false).describe("同意接收短信提醒；不同意的只在站内收消息"),
});

/**
 * `POST /api/v1/people`: registers a learner by real name. One record per person: a record that an institution created is taken
 * over by somebody with the same name and number who holds the phone that was recorded with it; without one, an officer records it at
 * the counter first (`recordPhone`): whoever wrote a record knows name and number. Any other match with an existing record gets the same refusal.
 */
export const register = operation({
  method: "POST",
  path: "/api/v1/people",
  summary: "学员实名注册",
  permission: { public: true },
  perMinute: 60,
  refusedOnly: true,
  // An idempotency record would hold a digest of the identity number.
  creates: false,
  body: Registration,
  output: SessionOpened,
  async run(outer, { body }) {
    const birth = readCitizenId(body.citizenId, outer.today);
    const tooYoung = birth.ok ? tooYoungToTrain(birth.value.birthDate, outer.today) : birth.message;
    if (tooYoung !== null) throw unacceptable("too-young", tooYoung, [{ pointer: "/citizenId", detail: tooYoung }]);
    const code = await checkPhoneCode(outer, body.phone, body.code, "register");
    return inOwnTransaction(outer, "POST /api/v1/people", async (context) => {
      await usePhoneCode(context, code);
      const person = await ownRecord(context, body);
      const accountId = await learnerAccount(context, person);
      await giveConsent(context, {
        personId: person.id,
        accountId,
        purpose: "real-name",
        version: body.consentVersion,
      });
      if (body.messages)
        await giveConsent(context, {
          personId: person.id,
          accountId,
          purpose: "messages",
          version: body.consentVersion,
        });
      context.audit({ kind: "person", id: person.id, region: person.town });
      return startSession(context, accountId);
    });
  },
});

interface Own {
  id: string;
  number: number;
  name: string;
  town: string;
}

async function ownRecord(context: Context, body: z.output<typeof Registration>): Promise<Own> {
  const { sealer } = context.services;
  const found = await context.db
    .selectFrom("person")
    .leftJoin("account", "account.person_id", "person.id")
    .select([
      "person.id",
      "person.number",
      "person.name",
      "person.town",
      "person.phone_hash",
      "account.id as accountId",
    ])
    .where("person.citizen_id_hash", "=", citizenIdHash(sealer, body.citizenId))
    .where("person.joined_into", "is", null)
    .forUpdate("person")
    .executeTakeFirst();
  if (!found) {
    const { id, created } = await findOrCreatePerson(context, body);
    // Somebody else wrote the record at the same moment: it is looked at like any other.
    if (!created) return ownRecord(context, body);
    return context.db
      .selectFrom("person")
      .select(["id", "number", "name", "town"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  }
  const samePhone = found.phone_hash?.equals(phoneHash(sealer, body.phone)) ?? false;
  if (!samePersonName(found.name, body.name) || !samePhone) throw refused();
  if (found.accountId === null)
    await context.db.updateTable("person").set({ town: body.town }).where("id", "=", found.id).execute();
  return { ...found, town: found.accountId === null ? body.town : found.town };
}

/** Doesn't reveal which part differs, nor what is on record. */
const refused = (): Problem =>
  unacceptable(
    "registration-refused",
    "用这些信息不能在网上完成注册。您可能已经注册过，或者培训机构已经替您登记过：请用手机验证码登录，并核对姓名、身份号码和手机号。培训机构登记时没有留手机号、手机号换了，或者核对无误仍办不了的，请带身份证到所在镇（街道）人社服务窗口登记手机号（可以是家人的），当场就能注册。",
  );
