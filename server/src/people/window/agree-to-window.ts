import { z } from "zod";
import { checkPhoneCode, inOwnTransaction, notifyOffice, sendPhoneCode, usePhoneCode } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, notFound } from "../../kernel/problem.ts";
import { keepScan, SCAN_BYTES } from "../../kernel/scans.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { openPhone } from "../privacy/open-personal-data.ts";
import { openWindow } from "./open-window.ts";
import { lockAsked, windowOwner } from "./window-rows.ts";

/** Sends the code to the phone on record, never to one that the officer types. */
export const sendWindowCode = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/code",
  summary: "给本人手机发同意代办的验证码",
  permission: { roles: ["reviewer"], over: windowOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const { personId } = await lockAsked(context, params.id);
    await sendPhoneCode(context, await phoneOf(context, personId), "window");
    context.audit({ kind: "window-session", id: params.id, detail: { code: "sent" } });
    return { id: params.id };
  },
});

/** The person reads the code from their phone: they agree. Each try counts, also a refused one. */
export const agreeByCode = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/code-consent",
  summary: "本人以验证码同意代办",
  permission: { roles: ["reviewer"], over: windowOwner },
  params: ById,
  creates: false,
  body: z.strictObject({ code: z.string().trim().max(10) }),
  output: Done,
  async run(outer, { params, body }) {
    const row = await outer.db
      .selectFrom("window_session")
      .select("person_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (row === undefined) throw notFound("这次代办");
    const code = await checkPhoneCode(outer, await phoneOf(outer, row.person_id), body.code, "window");
    return inOwnTransaction(outer, "POST /api/v1/window-sessions/:id/code-consent", async (context) => {
      const asked = await lockAsked(context, params.id);
      await usePhoneCode(context, code);
      await openWindow(context, params.id, { ...asked, officer: context.actor.name }, { kind: "code" });
      context.audit({ kind: "window-session", id: params.id, detail: { consent: "code" } });
      return { id: params.id };
    });
  },
});

/** The person signs on paper, which is photographed. It can't stand for a change of where the money goes. */
export const agreeByPaper = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/paper",
  summary: "上传本人签字的代办同意书",
  permission: { roles: ["reviewer"], over: windowOwner },
  params: ById,
  upload: { maxBytes: SCAN_BYTES },
  output: Done,
  async run(context, { params }) {
    const asked = await lockAsked(context, params.id);
    if (asked.purposes.includes("payee"))
      throw conflict("window-paper-not-enough", "要登记收款账户的，请用短信验证码，或由另一位工作人员当面确认。");
    const fileId = await keepScan(context, { purpose: "window-consent", personId: asked.personId });
    await openWindow(context, params.id, { ...asked, officer: context.actor.name }, { kind: "paper", fileId });
    context.audit({ kind: "window-session", id: params.id, detail: { consent: "paper", fileId } });
    return { id: params.id };
  },
});

/** Asks colleagues of the office to come to the window. */
export const callColleague = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/call",
  summary: "请另一位工作人员来窗口确认",
  permission: { roles: ["reviewer"], over: windowOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await lockAsked(context, params.id);
    await notifyOffice(context, "reviewer", context.actor.region, {
      template: "window-waiting",
      text: "窗口有 {n} 件代办，请到窗口当面确认本人同意。",
    });
    context.audit({ kind: "window-session", id: params.id, detail: { called: true } });
    return { id: params.id };
  },
});

/** Another officer has asked the person face to face, and says so under their own account. */
export const agreeByOfficer = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/confirmation",
  summary: "另一位工作人员当面确认本人同意",
  permission: { roles: ["reviewer"], over: windowOwner },
  params: ById,
  body: z.strictObject({
    present: z.literal(true, "请先当面核对本人和证件").describe("已当面核对本人、证件和要办的事"),
  }),
  output: Done,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("window_session as w")
      .innerJoin("account as o", "o.id", "w.officer_id")
      .select(["w.person_id", "w.purposes", "w.state", "w.officer_id", "o.name"])
      .where("w.id", "=", params.id)
      .forUpdate("w")
      .executeTakeFirst();
    if (row === undefined) throw notFound("这次代办");
    if (row.officer_id === context.actor.accountId)
      throw forbidden("您自己接待的代办不能由您确认，请另一位工作人员当面确认。", "confirmed-by-self");
    if (row.state !== "asked") throw conflict("window-session-state", "这次代办已经开始或结束，请刷新页面查看。");
    await openWindow(
      context,
      params.id,
      { personId: row.person_id, purposes: row.purposes, officer: row.name },
      { kind: "officer", by: context.actor.accountId },
    );
    context.audit({ kind: "window-session", id: params.id, detail: { consent: "officer" } });
    return { id: params.id };
  },
});

async function phoneOf(context: Context, personId: string): Promise<string> {
  const phone = await openPhone(context, personId);
  if (phone === null)
    throw conflict("phone-unknown", "档案里没有手机号，请用签字的同意书，或由另一位工作人员当面确认。");
  return phone;
}
