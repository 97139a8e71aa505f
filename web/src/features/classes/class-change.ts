import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A change to a filed class that the bureau decides on. */
export type ClassChange = Output<Api["classChanges"]["list"]>["rows"][number];
