import { addDays } from "@jinengtong/standards";
import path from "node:path";
import type { Actor } from "../kernel/actor.ts";
import type { FileStore } from "../kernel/files.ts";
import type { Services } from "../kernel/services.ts";
import { inTransaction } from "../kernel/context.ts";
import { decideAnomaly } from "../oversight/index.ts";
import { demoAccount } from "./accounts.ts";
import { workday } from "./claim-steps.ts";
import { addHistory, at, rowId, type County } from "./county.ts";
import { keep } from "./lessons.ts";
import { addOrganisation } from "./organisations.ts";

type Standing = "active" | "suspended" | "exited";

interface Order {
  to: Standing;
  ago: number;
  reason: string;
  basis: string;
}

/** Schools that the bureau had to deal with; none of them teaches any more. */
const DEALT_WITH: readonly { name: string; orders: readonly Order[] }[] = [
  {
    name: "示例旧港职业培训学校",
    orders: [
      {
        to: "suspended",
        ago: 260,
        reason: "消防验收到期未续，限期整改",
        basis: "示例县人社局责令整改通知〔示例〕3 号",
      },
      { to: "active", ago: 205, reason: "整改完成，验收合格", basis: "示例县人社局整改验收意见〔示例〕3 号" },
      {
        to: "suspended",
        ago: 16,
        reason: "抽查发现实训设备与申报不符，暂停招生",
        basis: "示例县人社局暂停通知〔示例〕11 号",
      },
    ],
  },
  {
    name: "示例东方职业培训学校",
    orders: [
      { to: "exited", ago: 120, reason: "办学许可证注销，退出培训", basis: "示例县行政审批局注销公告〔示例〕7 号" },
    ],
  },
];
const PAPER = path.resolve(import.meta.dirname, "../../assets/lessons/working-life-essentials.pdf");

/** Adds them with each order made, its reason and its paper. */
export async function addDealtWith(county: County, files: FileStore): Promise<void> {
  const officer = county.reviewers[0];
  for (const { name, orders } of DEALT_WITH) {
    const state = orders.at(-1)?.to ?? "active";
    const made = addOrganisation(county, { name, kind: "training-institution", state });
    const paper = await keep(
      county,
      files,
      PAPER,
      "application/pdf",
      { id: made.id, accountId: officer },
      { purpose: "organisation-order", name: "处理文件（示例）.pdf" },
    );
    let from: Standing = "active";
    const steps: { to: Standing; at: string; by: string; reason?: string }[] = [
      { to: from, at: at(county.firstDay, "09:00:00"), by: officer },
    ];
    for (const { to, ago, reason, basis } of orders) {
      const when = at(workday(addDays(county.today, -ago)), "15:20:00");
      county.sink.add("organisation_order", {
        id: rowId(county),
        organisation_id: made.id,
        from_state: from,
        to_state: to,
        reason,
        basis,
        evidence_file_ids: [paper],
        made_by: officer,
        made_at: when,
      });
      steps.push({ to, at: when, by: officer, reason });
      from = to;
    }
    addHistory(county, "organisation", made.id, steps);
  }
}

const ANSWERS = [
  ["name-used", "confirmed", "核对设备和点名记录，确认代签，相关补贴暂缓"],
  ["shared-phone", "explained", "同村学员合用一部手机签到，老师当场点名属实"],
] as const;

/** Answers an anomaly of two rules, so that one holds claims under review and the rest wait for an officer. */
export async function answerAnomalies(services: Services): Promise<void> {
  const { id: accountId, name, role } = demoAccount("reviewer3");
  const account = await services.database
    .selectFrom("account")
    .select(["region", "organisation_id"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const actor: Actor = {
    accountId,
    name,
    role,
    region: account.region,
    organisationId: account.organisation_id,
    personId: null,
    sessionId: null,
    scopes: null,
  };
  for (const [rule, verdict, reason] of ANSWERS) {
    const anomaly = await services.database
      .selectFrom("anomaly")
      .select("id")
      .where("state", "=", "open")
      .where("rule", "=", rule)
      .where("class_id", "is not", null)
      .orderBy("subject_id")
      .executeTakeFirst();
    if (!anomaly) continue;
    await inTransaction(
      services,
      (context) => decideAnomaly.run(context, { params: { id: anomaly.id }, body: { verdict, reason }, query: {} }),
      actor,
    );
  }
}
