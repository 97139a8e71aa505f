import {
  agreesWithCard,
  type CivilDate as CivilDateOf,
  parseIdentityPaper,
  samePersonName,
  tooYoungToTrain,
} from "@jinengtong/standards";
import { z } from "zod";
import { Behalf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done } from "../../kernel/shapes.ts";
import { findOrCreatePerson } from "../identity/find-or-create.ts";
import { CitizenIdNumber, citizenIdHash, PersonName } from "../identity/identity.ts";
import { Town } from "../identity/town.ts";
import { recordLooks } from "../privacy/record-looks.ts";
import { windowMinutes } from "./open-window.ts";

const Body = z.strictObject({
  name: PersonName,
  citizenId: CitizenIdNumber.describe("照本人出示的证件填写"),
  paper: z
    .strictObject({
      nationality: z
        .string()
        .regex(/^[A-Z]{3}$/, "请填护照上的三个字母，例如 CAN")
        .refine((code) => code !== "CHN", "中国公民请填身份证号"),
      birthDate: CivilDate,
      sex: z.enum(["M", "F"]),
    })
    .optional()
    .describe("护照、旧版永久居留身份证的号码里没有的，照证件填写；18 位号码不填"),
  town: Town.describe("现在住的镇；已有档案的不改"),
  purposes: z.array(Behalf).min(1, "请选择要代办的事").max(6),
});

/** An officer begins to serve somebody who is present; nothing can be done until they agree. One at a time. */
export const askWindow = operation({
  method: "POST",
  path: "/api/v1/window-sessions",
  summary: "开始窗口代办",
  permission: { roles: ["reviewer"] },
  body: Body,
  output: Done,
  async run(context, { body }) {
    windowMinutes(context.today);
    const personId = await whoCame(context, body);
    await endStale(context);
    await recordLooks(context, [personId], "窗口代办");
    const { id } = await context.db
      .insertInto("window_session")
      .values({
        person_id: personId,
        officer_id: context.actor.accountId,
        region: context.actor.region,
        purposes: [...new Set(body.purposes)],
        asked_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "window-session", id, detail: { purposes: body.purposes } });
    return { id };
  },
});

/** The record of whoever came, by the document that they show; a new one only where that is agreed on. */
async function whoCame(context: Context, body: z.output<typeof Body>): Promise<string> {
  const found = await context.db
    .selectFrom("person")
    .select(["id", "name", "town"])
    .where("citizen_id_hash", "=", citizenIdHash(context.services.sealer, body.citizenId))
    .where("joined_into", "is", null)
    .executeTakeFirst();
  if (found !== undefined) {
    if (!samePersonName(found.name, body.name))
      throw unacceptable("person-name-mismatch", "姓名与这个号码已有的档案不一致，请对照证件核对。", [
        { pointer: "/name", detail: "与档案不一致，请核对" },
      ]);
    if (!found.town.startsWith(context.actor.region))
      throw forbidden("这个人的档案不在您的辖区，请到其所在镇（街道）或县级窗口办理。", "not-yours");
    return found.id;
  }
  if (!body.purposes.includes("register"))
    throw unacceptable("person-unknown", "这个人还没有档案，请把“登记和同意”也选上。", [
      { pointer: "/purposes", detail: "还没有档案，请选上“登记和同意”" },
    ]);
  if (!body.town.startsWith(context.actor.region))
    throw unacceptable("town-elsewhere", "所选的镇不在您的辖区，请核对。", [
      { pointer: "/town", detail: "不在您的辖区" },
    ]);
  const born = readBirth(body, context.today);
  const tooYoung = tooYoungToTrain(born, context.today);
  if (tooYoung !== null) throw unacceptable("too-young", tooYoung, [{ pointer: "/citizenId", detail: tooYoung }]);
  return (await findOrCreatePerson(context, body)).id;
}

const refuse = (pointer: string, detail: string): Error =>
  unacceptable("paper-incomplete", detail, [{ pointer, detail }]);

/** The day of birth, by the number or by the paper that the officer reads; the two must agree. */
function readBirth(body: z.output<typeof Body>, today: CivilDateOf): CivilDateOf {
  const read = parseIdentityPaper(body.citizenId, { on: today });
  if (!read.ok) throw refuse("/citizenId", read.message);
  if (read.value.birthDate !== null) {
    if (body.paper !== undefined) throw refuse("/paper", "18 位号码里已有出生日期和性别，不用另填。");
    return read.value.birthDate;
  }
  const { paper } = body;
  if (paper === undefined) throw refuse("/paper", "请照证件填写国籍、出生日期和性别。");
  if (paper.birthDate > today || paper.birthDate < "1900-01-01")
    throw refuse("/paper/birthDate", "出生日期不合情理，请核对。");
  if (read.value.birthDigits !== null && !agreesWithCard(paper.birthDate, read.value.birthDigits))
    throw refuse("/paper/birthDate", "出生日期与证件号码里的不一致，请核对。");
  if (read.value.nationality !== null && read.value.nationality !== paper.nationality)
    throw refuse("/paper/nationality", "国籍与证件号码开头的三个字母不一致，请核对。");
  return paper.birthDate;
}

/** Sessions of this officer whose time is over are closed, so that the next person can be served. */
async function endStale(context: Context): Promise<void> {
  await context.db
    .updateTable("window_session")
    .set((e) => ({ state: "ended" as const, ended_at: e.ref("expires_at"), ended_by: context.actor.accountId }))
    .where("officer_id", "=", context.actor.accountId)
    .where("state", "=", "open")
    .where("expires_at", "<=", context.now)
    .execute();
}
