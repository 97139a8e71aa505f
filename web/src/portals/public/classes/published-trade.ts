import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A trade and level of the published list, with its sum and the classes that are open. */
export type PublishedTrade = Output<Api["trades"]["published"]>["rows"][number];
