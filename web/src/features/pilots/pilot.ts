import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Pilot = Output<Api["pilots"]["show"]>;
export type Candidate = Output<Api["pilotCandidates"]["list"]>["rows"][number];

export const OUTCOMES = {
  registered: { label: "已登记", kind: "waiting" },
  absent: { label: "缺考", kind: "ended" },
  failed: { label: "不合格", kind: "refused" },
  passed: { label: "取得证书", kind: "done" },
} as const;
