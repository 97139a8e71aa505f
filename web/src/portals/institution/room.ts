import type { Output } from "../../api/client.ts";

/** A teaching room of the institution. */
export type Room = Output<"GET /api/v1/organisations/:id/rooms">["rows"][number];
