import { inWords, type PlacedProblem } from "@jinengtong/policy";
import { z } from "zod";

/** A problem of a package: the file, the line in its usual layout, the place in the file, and what was meant. */
export const ProblemShape = z.strictObject({
  severity: z.enum(["error", "note"]),
  kind: z.string(),
  where: z.string().describe("所在的补贴、条件、参数或算例"),
  message: z.string(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
  pointer: z.string().nullable().describe("文件内的位置（JSON 指针）"),
  text: z.string().describe("一句话：在哪个文件第几行，有什么问题"),
});

export function showProblem({ place, ...problem }: PlacedProblem): z.output<typeof ProblemShape> {
  const at = place === null ? problem.where : inWords(place);
  return {
    ...problem,
    file: place?.file ?? null,
    line: place?.line ?? null,
    pointer: place?.pointer ?? null,
    text: at === "" ? problem.message : `${at}：${problem.message}`,
  };
}
