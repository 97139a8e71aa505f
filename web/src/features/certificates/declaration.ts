import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A certificate of another system that a person declared, waiting for the bureau's answer. */
export type Declaration = Output<Api["declarations"]["list"]>["rows"][number];
