import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A row of the enterprise's roster of employees. */
export type Employee = Output<Api["employees"]["list"]>["rows"][number];

/** Consequences of leaving. */
export const hasLeft = [
  "从离职的第二天起，不能再以本单位职工的身份申请补贴；已提交的申请照常审核。",
  "入职到离职的记录保留，本人会收到通知。",
];
