import { parseArgs } from "node:util";
import { Pool } from "pg";
import { readConfig } from "../kernel/config.ts";
import { silentLog, useEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { migrate } from "../kernel/migrate.ts";
import { createServices } from "../platform.ts";
import { loadCounty } from "./index.ts";

/** `npm run demo-data -- --people N [--seed S]`: fills an empty embedded database with a county of that size. */
const { values } = parseArgs({ options: { people: { type: "string", default: "2000" }, seed: { type: "string" } } });
const people = Number(values.people);
if (!Number.isInteger(people) || people < 100 || people > 17_000_000) {
  process.stderr.write("--people 须为 100 至 17,000,000 的整数\n");
  process.exit(2);
}
const config = readConfig();
if (config.production) {
  process.stderr.write("示例数据只装入内嵌数据库：请去掉 DATABASE_URL 后再运行。\n");
  process.exit(2);
}
const embedded = await useEmbeddedPostgres({ dataDir: config.dataDir, log: silentLog });
try {
  const owner = new Pool({ connectionString: embedded.url, max: 2 });
  await migrate(owner).finally(() => owner.end());
  const services = await createServices(config, embedded.url);
  try {
    const somebody = await services.database.selectFrom("account").select("id").limit(1).executeTakeFirst();
    if (somebody) {
      process.stderr.write(`${config.dataDir} 中已有数据。示例数据只装入空数据库：请换一个 DATA_DIR。\n`);
      process.exitCode = 2;
    } else {
      const began = Date.now();
      const counts = await loadCounty(services, embedded.url, {
        people,
        ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
        progress: (done, total) => process.stderr.write(`\r${done} / ${total}`),
      });
      process.stderr.write("\n");
      process.stdout.write(
        `${JSON.stringify({ people, seconds: (Date.now() - began) / 1_000, rows: Object.fromEntries(counts) })}\n`,
      );
    }
  } finally {
    await services.database.destroy();
  }
} finally {
  await embedded.stop();
}
