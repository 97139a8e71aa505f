/** Hours completed: offline hours, and online hours up to a ratio of the required ones, reach the required hours. */
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface Hours {
  kind: "hours";
  ratio: { kind: "parameter"; name: string };
}

export const hoursSchema: JsonSchema = rule("hours", "学完规定课时：线下课时加上按比例计入的线上课时不少于规定课时。", {
  ratio: { $ref: "#/$defs/parameterBound" },
});

/** Hours are decimals; a millionth of an hour is below any clock and above any binary rounding. */
function tidy(hours: number): number {
  return Math.round(hours * 1e6) / 1e6;
}

export function compileHours(node: Hours, lookup: Lookup): CompiledTest {
  const ratio = lookup.parameter(node.ratio.name);
  const ratioOf = (e: Evaluation): number | undefined => {
    const value = ratio.read(e);
    return typeof value === "number" ? value : undefined;
  };
  return {
    verdict: (e) => {
      const share = ratioOf(e);
      const training = e.case.training;
      const required = training?.requiredHours;
      const offline = training?.offlineHours;
      const online = training?.onlineHours;
      if (required === undefined || offline === undefined || online === undefined || share === undefined) return null;
      return tidy(offline + Math.min(online, tidy(share * required))) >= required;
    },
    because: (e, verdict) => {
      const share = ratioOf(e);
      const required = e.case.training?.requiredHours;
      const offline = e.case.training?.offlineHours;
      const online = e.case.training?.onlineHours;
      if (required === undefined || offline === undefined || online === undefined || share === undefined) {
        const absent = [
          required === undefined ? "规定课时" : "",
          offline === undefined ? "线下课时" : "",
          online === undefined ? "线上课时" : "",
          share === undefined ? ratio.label : "",
        ].filter(Boolean);
        return `缺少“${absent.join("”、“")}”，不能判断是否学完规定课时`;
      }
      const counted = Math.min(online, tidy(share * required));
      const sum = tidy(offline + counted);
      return (
        `线下 ${offline} 课时，线上 ${online} 课时计入 ${counted} 课时（最多为规定课时的 ${tidy(share * 100)}%），` +
        `共 ${sum} 课时，${verdict === true ? "不少于" : "少于"}规定的 ${required} 课时`
      );
    },
    missing: (e, missing) => {
      const training = e.case.training;
      if (training?.requiredHours === undefined) missing.add("/training/requiredHours");
      if (training?.offlineHours === undefined) missing.add("/training/offlineHours");
      if (training?.onlineHours === undefined) missing.add("/training/onlineHours");
      if (ratioOf(e) === undefined) missing.add(`parameter:${ratio.name}`);
    },
    text: `学完规定课时，线上课时最多按规定课时的比例（${ratio.text}）计入`,
  };
}
