import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Feedback = Output<Api["classFeedback"]["list"]>["rows"][number];
export type OwnFeedback = Output<Api["classFeedback"]["own"]>["rows"][number];

/** The sides of a class that a learner gives stars for. */
export const ASPECTS = [
  { key: "teaching", title: "讲得清楚" },
  { key: "practice", title: "动手够不够" },
  { key: "service", title: "安排和服务" },
  { key: "useful", title: "学了用得上" },
] as const;

export type Aspect = (typeof ASPECTS)[number]["key"];
