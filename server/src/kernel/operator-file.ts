import { readFile } from "node:fs/promises";

/**
 * Parses a JSON file that an operator wrote, with or without a byte order mark. Refuses one that is missing, can't be read or isn't
 * JSON, each in its own words, with the parser's place and the setting that names the file.
 */
export async function readOperatorFile(file: string, title: string, setting: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = code === "ENOENT" ? "不存在" : `不能读取（${code}）`;
    throw new Error(`${title} ${file} ${reason}，请检查 ${setting}`, { cause: error });
  }
  return parseOperatorJson(text, `${title} ${file}`);
}

/** Parses JSON that an operator wrote; `title` begins the refusal. */
export function parseOperatorJson(text: string, title: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    if (text.trim() === "") throw new Error(`${title} 是空的`, { cause: error });
    throw new Error(`${title} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
