import { createHash, randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { samplePaperPdf } from "../../adapters/pdf/index.ts";
import { Context } from "../../kernel/context.ts";
import { addPaper } from "../paper/papers.ts";
import type { EvaluationWay } from "../evaluation-tables.ts";

/** Hands in a labelled sample paper, as the upload of an evaluator would. */
export async function addDemoPaper(
  context: Context,
  paper: { occupation: string; level: number; subject: EvaluationWay; title: string },
): Promise<void> {
  const content = await samplePaperPdf(`${paper.title}（${paper.subject}）`, ["示例试题一", "示例试题二"]);
  const temporaryPath = path.join(tmpdir(), randomUUID());
  await writeFile(temporaryPath, content);
  const upload = {
    temporaryPath,
    name: `${paper.title}.pdf`,
    bytes: content.length,
    sha256: createHash("sha256").update(content).update(paper.subject).digest(),
    mediaType: "application/pdf",
  };
  const { db, services, maybeActor, request } = context;
  await addPaper.run(new Context({ db, services, actor: maybeActor, request, upload }), {
    params: {},
    query: { ...paper, source: "示例题库" },
    body: {},
  });
}
