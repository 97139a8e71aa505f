import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

export type WindowSession = Output<Api["windowSessions"]["show"]>;
