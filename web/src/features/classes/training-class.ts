import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** A class with its plan and state, as `GET /api/v1/classes/:id` gives it. */
export type TrainingClass = Output<Api["classes"]["show"]>;
