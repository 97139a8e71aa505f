import { enterCounty } from "@jinengtong/county";
import path from "node:path";
import pino from "pino";
import { readFactSources } from "./adapters/fact-source/index.ts";
import { smtpGateway } from "./adapters/mail/index.ts";
import { createSealer, loadSealingKeys } from "./adapters/seal/index.ts";
import { composeHouse } from "./kernel/house.ts";
import { outboxGateway } from "./kernel/sms.ts";
import { modules } from "./modules.ts";
import { FactKind, requireRightKeys } from "./people/index.ts";
import type { Clock } from "./kernel/clock.ts";
import { systemClock } from "./kernel/clock.ts";
import type { Config } from "./kernel/config.ts";
import { openDatabase } from "./kernel/database.ts";
import { FileStore } from "./kernel/files.ts";
import { readForms } from "./kernel/forms.ts";
import { readCounty } from "./kernel/county-file.ts";
import { readHolidays } from "./kernel/holidays.ts";
import { readPolicies } from "./kernel/policies.ts";
import { learnLaw } from "./kernel/published-law.ts";
import { ReadSide } from "./kernel/read-side.ts";
import type { Services } from "./kernel/services.ts";

/**
 * Everything a start needs besides the database: module declarations, holidays, policy packages and the county's file. Throws if one is
 * wrong, with place and reason; a start asks it before it creates or migrates a database.
 */
export async function readDeployment(config: Config): Promise<Pick<Services, "forms" | "house" | "policies">> {
  const house = composeHouse(modules);
  await readHolidays(config.holidaysFile);
  const policies = await readPolicies(config.policiesDir);
  enterCounty(await readCounty(config.countyFile, policies));
  return { forms: await readForms(config.formsDir), house, policies };
}

/** Connects modules and services to a migrated database. Close with `services.database.destroy()`. */
export async function createServices(
  config: Config,
  databaseUrl: string,
  options: { clock?: Clock; env?: NodeJS.ProcessEnv } = {},
): Promise<Services> {
  const { forms, house, policies } = await readDeployment(config);
  const { database, pool, lookups, writes, replica } = openDatabase(
    databaseUrl,
    config.poolSize,
    config.readDatabaseUrl,
  );
  await learnLaw({ policies }, database).catch(async (error: unknown) => {
    await database.destroy();
    throw error;
  });
  const sealer = createSealer(
    await loadSealingKeys({
      env: options.env ?? process.env,
      dataDir: config.dataDir,
      // New keys would make sealed data unreadable: a restored database needs its own keys.
      mayCreate: !config.production && (await pool.query("select from person limit 1")).rowCount === 0,
    }),
  );
  await requireRightKeys(pool, sealer);
  const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: null }, pino.destination({ dest: 2, sync: false }));
  return {
    house,
    config,
    clock: options.clock ?? systemClock,
    database,
    pool,
    lookups,
    writes,
    reads: new ReadSide(database, replica?.database ?? null, log),
    sealer,
    auditKey: sealer.purposeKey("audit"),
    files: new FileStore(path.join(config.dataDir, "files")),
    sms: outboxGateway,
    mail: config.mail === null ? null : smtpGateway(config.mail),
    factSources: readFactSources((options.env ?? process.env).FACT_SOURCES, FactKind.options),
    policies,
    forms,
    log,
  };
}
