import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A form in use with its periods that have ended. */
export type Form = Output<Api["periodForms"]["list"]>["forms"][number];
