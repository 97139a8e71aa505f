import path from "node:path";
import { fileExchangeFactSource } from "./file-exchange.ts";
import { httpFactSource } from "./http.ts";
import type { FactSource } from "./port.ts";

/**
 * Reads `FACT_SOURCES`, a JSON list of `{name, title, kinds}` with `{url, token}` for a system over HTTP or `{directory}` for one that
 * exchanges files. Refuses a wrong one at the start.
 */
export function readFactSources(text: string | undefined, kinds: readonly string[]): FactSource[] {
  if (text === undefined || text.trim() === "") return [];
  const list = parse(text);
  const names = new Set<string>();
  return list.map((given, at) => {
    const wrong = (reason: string): Error => new Error(`FACT_SOURCES 第 ${at + 1} 项${reason}`);
    const { name, title, url, token, directory } = given;
    if (typeof name !== "string" || !/^[a-z][a-z\d-]{0,39}$/.test(name))
      throw wrong("的 name 须为小写字母、数字和短横线");
    if (names.has(name)) throw wrong(`的 name“${name}”重复`);
    names.add(name);
    if (typeof title !== "string" || title.trim() === "" || title.length > 60)
      throw wrong("须有 title，不超过 60 个字");
    const answered = Array.isArray(given.kinds) ? given.kinds.filter((kind) => typeof kind === "string") : [];
    const unknown = answered.filter((kind) => !kinds.includes(kind));
    if (answered.length === 0 || unknown.length > 0) throw wrong(`的 kinds 只能填：${kinds.join("、")}`);
    const common = { name, title, kinds: answered };
    if (typeof directory === "string") return fileExchangeFactSource({ ...common, directory: path.resolve(directory) });
    if (typeof url !== "string" || typeof token !== "string" || !/^https?:\/\//.test(url))
      throw wrong("须有 url 和 token，或者 directory");
    return httpFactSource({ ...common, url, token });
  });
}

function parse(text: string): Record<string, unknown>[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new Error("FACT_SOURCES 不是 JSON", { cause: error });
  }
  if (!Array.isArray(list)) throw new Error("FACT_SOURCES 须为 JSON 数组");
  return list as Record<string, unknown>[];
}
