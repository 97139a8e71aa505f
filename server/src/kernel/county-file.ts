import { County } from "@jinengtong/county/schema";
import type { Policy } from "@jinengtong/policy";
import { readFile } from "node:fs/promises";
import { pointerOf, sentence } from "./input.ts";

/**
 * Reads the county of this deployment (`COUNTY_FILE`). Refuses an invalid file, or one that names a programme that isn't loaded,
 * with JSON pointer and reason of each mistake.
 */
export async function readCounty(file: string, programmes: ReadonlyMap<string, Policy>): Promise<County> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(`县配置文件 ${file} 读不出来或不是 JSON，请检查 COUNTY_FILE`, { cause: error });
  }
  const read = County.safeParse(given);
  const wrong = read.success
    ? read.data.programmes.flatMap((id, at) =>
        programmes.has(id)
          ? []
          : [`/programmes/${at} 没有“${id}”这个政策包，现有的是：${[...programmes.keys()].toSorted().join("、")}`],
      )
    : read.error.issues.map((issue) => `${pointerOf(issue.path)} ${sentence(issue)}`);
  if (!read.success || wrong.length > 0)
    throw new Error(`县配置文件 ${file} 有 ${wrong.length} 处需要更正：${wrong.join("；")}。`);
  return read.data;
}
