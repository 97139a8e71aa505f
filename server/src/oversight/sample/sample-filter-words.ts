import type { Policies } from "../../kernel/policies.ts";
import { benefitLabel, stateLabel, townLabel } from "../../reporting/index.ts";
import type { Frame, FrameFilter } from "./sample-frames.ts";

const MACHINES: Readonly<Record<Frame, string>> = {
  payments: "payment",
  claims: "claim",
  classes: "training-class",
  certificates: "",
};
/** Certificates have no states; their source takes that place. */
const SOURCES: Readonly<Record<string, string>> = {
  platform: "本平台发证",
  declared: "本人申报",
  "national-query": "全国联网查询",
};

/** Filters of a sample in words; without any, everything. */
export function filterWords(
  policies: Policies,
  frame: Frame,
  filter: FrameFilter,
  organisation: string | null,
): string {
  const { from, to, town, state, benefit } = filter;
  const period =
    from === undefined
      ? to === undefined
        ? []
        : [`${to} 以前`]
      : [to === undefined ? `${from} 以后` : `${from} 至 ${to}`];
  const words = [
    ...period,
    ...(town === undefined ? [] : [townLabel(town)]),
    ...(organisation === null ? [] : [organisation]),
    ...(benefit === undefined ? [] : [benefitLabel(policies, benefit)]),
    ...(state === undefined ? [] : [SOURCES[state] ?? stateLabel(MACHINES[frame], state)]),
  ];
  return words.length === 0 ? "全部" : words.join("，");
}
