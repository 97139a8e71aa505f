import { regionName } from "@jinengtong/standards";
import { formatPeriod } from "../ui/format.ts";
import type { Sample } from "./sample-frames.ts";

/** The conditions of a sample in words; without any it is everything. */
export function filterWords(filter: Sample["filter"]): string {
  const parts = [
    filter.from === undefined && filter.to === undefined
      ? ""
      : filter.from === undefined
        ? `${filter.to} 以前`
        : formatPeriod(filter.from, filter.to ?? null),
    filter.town === undefined ? "" : (regionName(filter.town) ?? filter.town),
    filter.state === undefined ? "" : `状态 ${filter.state}`,
    filter.benefit === undefined ? "" : `补贴 ${filter.benefit}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "全部" : parts.join("，");
}
