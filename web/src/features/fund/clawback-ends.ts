import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Clawback = Output<Api["clawbacks"]["list"]>["rows"][number];

/** Queries to refetch after a demand changes. */
export const CLAWBACK_READS = [api.clawbacks.list, api.homes.finance, api.sources.list] as const;

/** How a demand ends without the money. */
export const clawbackEnds = { cancelled: "撤销", "written-off": "核销" } as const;

export const endReasons = [
  { value: "cancelled", label: "撤销：追回通知有误" },
  { value: "written-off", label: "核销：确实无法追回" },
];

export const endAsked = (amount: string): string =>
  `由另一位人员决定；发出追回的人不能决定。同意后不再追回 ${amount}，原付款保持有效。`;
