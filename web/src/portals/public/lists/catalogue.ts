import type { Output } from "../../../api/client.ts";

/** A published version of one of the county's lists. */
export type Catalogue = Output<"GET /api/v1/catalogue/:list">;
export type ListName = Catalogue["list"];
export type ListRow = Catalogue["rows"][number];
