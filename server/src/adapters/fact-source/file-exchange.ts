import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import type { FactSource } from "./port.ts";
import { readAnswers } from "./port.ts";

const MOST_BYTES = 32 << 20;

/**
 * An office that exchanges files: the question is put into `questions/REFERENCE.json` of the directory, and its answer is expected in
 * `answers/REFERENCE.json`, whenever it comes. Files are complete as soon as they have their name.
 */
export function fileExchangeFactSource(given: {
  name: string;
  title: string;
  kinds: readonly string[];
  directory: string;
}): FactSource {
  const fileOf = (folder: "questions" | "answers", reference: string): string =>
    path.join(given.directory, folder, `${reference}.json`);
  return {
    name: given.name,
    title: given.title,
    kinds: given.kinds,
    async ask(question, signal) {
      const asked = fileOf("questions", question.reference);
      await mkdir(path.dirname(asked), { recursive: true });
      await mkdir(path.join(given.directory, "answers"), { recursive: true });
      if (!(await exists(asked))) await writeWhole(asked, JSON.stringify(question));
      const answered = fileOf("answers", question.reference);
      const size = (await stat(answered).catch(() => null))?.size;
      if (size === undefined) throw new Error("there is no answer yet");
      if (size > MOST_BYTES) throw new Error("the answer is too long");
      return readAnswers(JSON.parse(await readFile(answered, { encoding: "utf8", signal })));
    },
  };
}

const exists = async (file: string): Promise<boolean> => (await stat(file).catch(() => null)) !== null;

async function writeWhole(file: string, content: string): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, "w", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}
