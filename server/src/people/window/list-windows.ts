import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, fileOutput, pageOf } from "../../kernel/shapes.ts";
import { byId, byTime, sortable } from "../../kernel/sorting.ts";
import { Act, actsOf } from "../stand-in/acts.ts";
import { shownWindow, windowOwner, windowRows, WindowRow, WindowState } from "./window-rows.ts";

const ORDER = sortable({ columns: { askedAt: byTime("w.asked_at") }, unique: byId("w.id"), usual: "-askedAt" });

/** Services at the windows of a region: who served whom, for which purposes, by which consent. */
export const listWindows = operation({
  method: "GET",
  path: "/api/v1/window-sessions",
  summary: "窗口代办记录",
  permission: { roles: ["reviewer", "auditor"] },
  query: ORDER.query.extend({ state: WindowState.optional() }),
  output: pageOf(WindowRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { now } = context;
    const listed = windowRows(context.db)
      .select(page.place)
      .where("w.region", "like", `${context.actor.region}%`)
      .$if(query.state === "asked", (q) => q.where("w.state", "=", "asked"))
      .$if(query.state === "open", (q) => q.where("w.state", "=", "open").where("w.expires_at", ">", now))
      .$if(query.state === "ended", (q) =>
        q.where((e) =>
          e.or([e("w.state", "=", "ended"), e.and([e("w.state", "=", "open"), e("w.expires_at", "<=", now)])]),
        ),
      )
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    const cut = await page.read(context.db, listed);
    return { ...cut, rows: cut.rows.map((row) => shownWindow(row, now)) };
  },
});

export const exportWindows = exportOf(listWindows, {
  title: "窗口代办记录",
  columns: [
    { header: "开始接待（UTC）", width: 24, value: (row) => row.askedAt },
    { header: "本人", value: (row) => row.personName },
    { header: "身份号码", width: 22, value: (row) => row.citizenIdMasked },
    { header: "接待人", value: (row) => row.officerName },
    { header: "代办的事", width: 40, value: (row) => row.purposeLabels.join("、") },
    { header: "同意方式", width: 20, value: (row) => row.consentLabel },
    { header: "确认人", value: (row) => row.consentBy },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "结束（UTC）", width: 24, value: (row) => row.endedAt },
  ],
});

/** One service at a window with what was done in it. */
export const showWindow = operation({
  method: "GET",
  path: "/api/v1/window-sessions/:id",
  summary: "一次窗口代办",
  permission: { roles: ["reviewer", "auditor"], over: windowOwner },
  params: ById,
  output: WindowRow.extend({
    town: z.string(),
    phoneMasked: z.string().nullable().describe("验证码发到档案里的这个手机号"),
    mine: z.boolean().describe("由我接待"),
    acts: z.array(Act),
  }),
  async run(context, { params }) {
    const row = await windowRows(context.db).where("w.id", "=", params.id).executeTakeFirst();
    if (row === undefined) throw notFound("这次代办");
    const acts = await actsOf(context.db, { column: "window_id", ids: [row.id] });
    return {
      ...shownWindow(row, context.now),
      town: row.town,
      phoneMasked: row.phone_masked,
      mine: row.officer_id === context.actor.accountId,
      acts: acts.get(row.id) ?? [],
    };
  },
});

/** The paper that the person signed. */
export const windowPaper = operation({
  method: "GET",
  path: "/api/v1/window-sessions/:id/paper",
  summary: "查看代办同意书",
  permission: { roles: ["reviewer", "auditor", "learner"], over: windowOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("window_session")
      .select("consent_file_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row?.consent_file_id) throw notFound("代办同意书");
    return scanReply(context, row.consent_file_id);
  },
});

/** Services at windows in one's own name, newest first, with what was done: part of “谁看过我的信息”. */
export const myWindows = operation({
  method: "GET",
  path: "/api/v1/me/window-sessions",
  summary: "窗口代我办过的事",
  permission: { roles: ["learner"] },
  output: z.object({ sessions: z.array(WindowRow.extend({ acts: z.array(Act), hasPaper: z.boolean() })) }),
  async run(context) {
    const rows = await windowRows(context.db)
      .where("w.person_id", "=", context.actor.personId)
      .orderBy("w.asked_at", "desc")
      .limit(100)
      .execute();
    const acts = await actsOf(context.db, { column: "window_id", ids: rows.map(({ id }) => id) });
    return {
      sessions: rows.map((row) => ({
        ...shownWindow(row, context.now),
        acts: acts.get(row.id) ?? [],
        hasPaper: row.consent_file_id !== null,
      })),
    };
  },
});
