import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

/** A class as its enrolled learner sees it. */
export type OwnClass = Output<Api["myClasses"]["page"]>;
