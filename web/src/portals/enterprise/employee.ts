import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A row of the enterprise's roster of employees. */
export type Employee = Output<Api["employees"]["list"]>["rows"][number];
