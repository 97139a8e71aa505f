import { County } from "@jinengtong/county/schema";
import { pointerOf, sentence } from "./input.ts";
import { readOperatorFile } from "./operator-file.ts";
import type { Policies } from "./policies.ts";

/**
 * Reads the county of this deployment (`COUNTY_FILE`). Refuses an invalid file, or one that names a programme that isn't loaded,
 * with JSON pointer and reason of each mistake.
 */
export async function readCounty(file: string, policies: Policies): Promise<County> {
  const given = await readOperatorFile(file, "县配置文件", "COUNTY_FILE");
  const read = County.safeParse(given, { reportInput: true });
  const wrong = read.success
    ? read.data.programmes.flatMap((id, at) =>
        policies.has(id)
          ? []
          : [
              `/programmes/${at} 没有“${id}”这个已发布的政策包，现有的是：${policies
                .programmes()
                .map((one) => one.id)
                .join("、")}`,
            ],
      )
    : read.error.issues.map((issue) => `${pointerOf(issue.path)} ${sentence(issue)}`);
  if (!read.success || wrong.length > 0)
    throw new Error(`县配置文件 ${file} 有 ${wrong.length} 处需要更正：${wrong.join("；")}。`);
  return read.data;
}
