import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { countyFile } from "./app.ts";

/** A county's file with the shipped county's towns and offices and these programmes, for `createTestApp({ county })`. */
export async function aCountyWith(programmes: readonly string[]): Promise<string> {
  const shipped = JSON.parse(await readFile(countyFile("rugao"), "utf8")) as Record<string, unknown>;
  const file = path.join(await mkdtemp(path.join(tmpdir(), "county-")), "county.json");
  await writeFile(file, JSON.stringify({ ...shipped, programmes }));
  return file;
}
