import { parseArgs } from "node:util";
import { Pool } from "pg";
import { type Config, readConfig } from "../kernel/config.ts";
import { silentLog, useEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { migrate } from "../kernel/migrate.ts";
import { createServices, readDeployment } from "../platform.ts";
import { loadCounty } from "./index.ts";

/** `npm run demo-data -- --people N [--seed S]`: fills an empty embedded database with a county of that size. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { people: { type: "string", default: "2000" }, seed: { type: "string" } } });
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < 100 || people > 17_000_000)
    return refuse("--people 须为 100 至 17,000,000 的整数");
  const config = readConfig();
  if (config.production) return refuse("示例数据只装入内嵌数据库：请去掉 DATABASE_URL 后再运行。");
  await readDeployment(config);
  const embedded = await useEmbeddedPostgres({ dataDir: config.dataDir, log: silentLog });
  try {
    const owner = new Pool({ connectionString: embedded.url, max: 2 });
    await migrate(owner).finally(() => owner.end());
    return await fill(config, embedded.url, {
      people,
      ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    });
  } finally {
    await embedded.stop();
  }
}

async function fill(config: Config, url: string, size: { people: number; seed?: number }): Promise<number> {
  const services = await createServices(config, url);
  try {
    const somebody = await services.database.selectFrom("account").select("id").limit(1).executeTakeFirst();
    if (somebody) return refuse(`${config.dataDir} 中已有数据。示例数据只装入空数据库：请换一个 DATA_DIR。`);
    const began = Date.now();
    const counts = await loadCounty(services, url, {
      ...size,
      progress: (done, total) => process.stderr.write(`\r${done} / ${total}`),
    });
    const seconds = (Date.now() - began) / 1_000;
    process.stderr.write("\n");
    process.stdout.write(`${JSON.stringify({ people: size.people, seconds, rows: Object.fromEntries(counts) })}\n`);
    return 0;
  } finally {
    await services.database.destroy();
  }
}

function refuse(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
