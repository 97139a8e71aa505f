import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A subsidy list of a class without its rows. */
export type ListHead = Output<Api["subsidyLists"]["ofClass"]>["rows"][number];
