import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
export type Parameter = Output<Api["policy"]["show"]>["parameters"][number];

/** A local value of a parameter, proposed or in force. */
export type LocalParameter = Output<Api["policy"]["parameters"]>["rows"][number];
