import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A teaching room of the institution. */
export type Room = Output<Api["rooms"]["list"]>["rows"][number];
