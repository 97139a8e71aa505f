import type { Output } from "../../api/client.ts";

/** A change to a filed class that the bureau decides on. */
export type ClassChange = Output<"GET /api/v1/class-changes">["rows"][number];
