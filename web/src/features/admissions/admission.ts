import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

/** An application for admission with its papers and history, as `GET /api/v1/admissions/:id` gives it. */
export type Admission = Output<Api["admissions"]["show"]>;
