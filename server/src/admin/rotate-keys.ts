/**
 * `admin rotate-keys`: creates a new key for personal data at rest and reseals everything with it. Old keys stay in the file for
 * earlier backups. With the platform stopped, one call does it all; with a short stop only: `--add`, restart, `--continue`.
 */
import path from "node:path";
import { Client } from "pg";
import { rotateKeyFile } from "../adapters/seal/index.ts";
import { writeAudit } from "../kernel/audit.ts";
import type { Config } from "../kernel/config.ts";
import { inTransaction } from "../kernel/context.ts";
import { createServices } from "../platform.ts";
import { withDatabase } from "./connection.ts";
import { rotateSealedData } from "./reseal.ts";
import { rotateSealedFiles } from "./reseal-files.ts";

const USAGE = "用法：npm run --silent admin -- rotate-keys [--add | --continue]";

/** Runs the verb: JSON with the new key's id and the numbers of resealed values and files. */
export async function run(args: readonly string[]): Promise<number> {
  const [mode, ...rest] = args;
  if (rest.length > 0 || (mode !== undefined && mode !== "--add" && mode !== "--continue")) throw new Error(USAGE);
  return withDatabase(async (url, config) => {
    if (mode === undefined) await requireStopped(url);
    const newKey = mode === "--continue" ? null : await rotateKeyFile(keyFile(config));
    const resealed = mode === "--add" ? null : await resealAll(config, url);
    console.log(JSON.stringify({ newKey, resealed }));
    if (mode === "--add")
      console.error("新密钥已加入。请重启全部平台进程，再运行 rotate-keys --continue 重新加密已有数据。");
    else console.error("已完成。旧密钥仍保留在密钥文件中，用于打开此前的备份；请把新的密钥文件另行备份。");
    return 0;
  });
}

async function resealAll(config: Config, url: string): Promise<number> {
  const services = await createServices(config, url);
  try {
    const values = await rotateSealedData(services, ({ table, column, seen, resealed }) => {
      if (seen % 50_000 === 0) console.error(`${table}.${column}：已查看 ${seen}，已重新加密 ${resealed}`);
    });
    const count = values + (await rotateSealedFiles(services));
    await inTransaction(services, async (context) => {
      context.audit({ kind: "sealing-keys", id: "current", detail: { resealed: count } });
      await writeAudit(context, "admin rotate-keys");
    });
    return count;
  } finally {
    await services.database.destroy();
  }
}

/** A process started before the new key can't open values sealed with it. */
async function requireStopped(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "jinengtong-admin" });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and application_name in ('jinengtong', 'jinengtong-queue')`,
    );
    if ((rows[0]?.n ?? 0) > 0)
      throw new Error(
        "平台正在运行，直接换密钥会使它读不了新加密的数据。请先停止平台再运行 rotate-keys；或依次：rotate-keys --add，重启平台，rotate-keys --continue。",
      );
  } finally {
    await client.end();
  }
}

function keyFile(config: Config): string {
  if (process.env.SEALING_KEYS)
    throw new Error(
      "密钥由环境变量 SEALING_KEYS 提供，本命令不能改写。请自行加入新密钥并设为 current，重启平台后运行 rotate-keys --continue。",
    );
  return process.env.SEALING_KEYS_FILE || path.join(config.dataDir, "keys.json");
}
