import { addDays } from "@jinengtong/standards";
import path from "node:path";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { keepFile } from "../../kernel/demo/keep-file.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { workday } from "../../kernel/demo/workday.ts";
import { organisationStates } from "../organisation/organisation-states.ts";
import { addDemoOrganisation } from "./organisation.ts";

type Standing = "active" | "suspended" | "exited";

interface Order {
  to: Standing;
  ago: number;
  reason: string;
  basis: string;
}

/** Schools under an order of the bureau; none of them teaches any more. */
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
const PAPER = path.resolve(import.meta.dirname, "../../../assets/lessons/working-life-essentials.pdf");

/** Adds them with each order, its reason and its paper. */
export async function addDealtWith(county: DemoCounty): Promise<void> {
  const officer = county.reviewers[0];
  for (const { name, orders } of DEALT_WITH) {
    const state = orders.at(-1)?.to ?? "active";
    const made = addDemoOrganisation(county, { name, kind: "training-institution", state });
    const paper = await keepFile(
      county,
      PAPER,
      "application/pdf",
      { id: made.id, accountId: officer },
      { purpose: "organisation-order", name: "处理文件（示例）.pdf" },
    );
    let from: Standing = "active";
    const steps: { to: Standing; at: Timestamp; by: string; reason?: string }[] = [
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
    addHistory(county, organisationStates, made.id, steps);
  }
}
