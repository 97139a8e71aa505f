import type { Output } from "../../api/client.ts";

/** A certificate of another system that a person declared, waiting for the bureau's answer. */
export type Declaration = Output<"GET /api/v1/certificate-declarations">["rows"][number];
