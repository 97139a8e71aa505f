import type { Output } from "../../api/client.ts";

/** A row of the certificate register. */
export type Certificate = Output<"GET /api/v1/certificates">["rows"][number];
