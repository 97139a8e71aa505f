import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A published version of one of the county's lists. */
export type Catalogue = Output<Api["catalogue"]["read"]>;
export type ListName = Catalogue["list"];
export type ListRow = Catalogue["rows"][number];
