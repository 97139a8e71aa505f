import { addDays, daysBetween, RUGAO, rugaoTowns, todayInShanghai } from "@jinengtong/standards";
import pg from "pg";
import { hashPassword } from "../access/session/passwords.ts";
import { bankFile } from "../fund/bank-file.ts";
import { inTransaction } from "../kernel/context.ts";
import type { Services } from "../kernel/services.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoAccount, type DemoAccount } from "./accounts.ts";
import { addCatalogue } from "./catalogue.ts";
import { addClaims } from "./claims.ts";
import { addClass, type Fraud, type TrainedClass } from "./classes.ts";
import { at, openCounty, type County } from "./county.ts";
import { addDepartments } from "./departments.ts";
import { Money } from "./money.ts";
import { addOrganisation, addOrganisations } from "./organisations.ts";
import type { Person } from "./people.ts";
import { COURSES, type Course } from "./plan.ts";
import { addShowcase } from "./showcase.ts";
import { addDealtWith } from "./standing.ts";
import { Sink } from "./sink.ts";
import { addApplications, addChanges } from "./waiting-bodies.ts";
import { addPeoplesWord } from "./waiting-people.ts";

export interface GenerateOptions {
  /** Roughly how many people have trained or are training. */
  people: number;
  seed?: number;
  progress?: (done: number, total: number) => void;
}

const CLASS_SIZE = [24, 38] as const;

/**
 * Fills an empty database with a county: the same seed, day and size give the same county. All in one transaction, with triggers off
 * (their work is done here and proven by `admin verify`); memory does not grow with the size. Returns the rows written per table.
 */
export async function generateCounty(
  services: Services,
  ownerUrl: string,
  options: GenerateOptions,
): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    const sink = new Sink(client);
    await fill(services, sink, options);
    await sink.flush(true);
    await continueCounting(client);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    await fixBankFiles(services);
    return sink.counts;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** Batches on their way have their bank file fixed by its digest, as sending fixes it. */
async function fixBankFiles(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const batches = await context.db
      .selectFrom("payment_batch")
      .select(["id", "number"])
      .where("state", "=", "sent")
      .execute();
    for (const batch of batches) {
      const { digest } = await bankFile(context, batch);
      await context.db
        .updateTable("payment_batch")
        .set({ bank_file_digest: digest })
        .where("id", "=", batch.id)
        .execute();
    }
  });
}

async function fill(services: Services, sink: Sink, options: GenerateOptions): Promise<void> {
  const policy = services.policies.get("rugao-2019");
  if (!policy) throw new Error("rugao-2019 政策包缺失");
  const now = services.clock.now();
  const county = openCounty(
    {
      sink,
      sealer: services.sealer,
      policy,
      now,
      today: todayInShanghai(now),
      region: RUGAO,
      towns: rugaoTowns.map((town) => town.code),
      reviewers: [demoAccount("reviewer1").id, demoAccount("reviewer2").id],
      payers: [demoAccount("finance1").id, demoAccount("finance2").id],
    },
    options.seed ?? 20_191_231,
  );
  addOrganisations(county, Math.max(8, Math.ceil(options.people / 1_500)));
  addCatalogue(county);
  const money = new Money(county);
  await addHistoryOfTraining(county, money, options);
  const password = await hashPassword(DEMO_PASSWORD);
  await addShowcase(county, money, services.files, password);
  await addDealtWith(county, services.files);
  addApplications(county);
  addChanges(county, county.running);
  addPeoplesWord(county);
  addAccounts(county, password);
  money.close();
}

/** Classes one after another over the county's history, until enough people have trained. */
async function addHistoryOfTraining(
  county: County,
  money: Money,
  { people, progress }: GenerateOptions,
): Promise<void> {
  const before = county.counters.person;
  const total = Math.max(1, Math.round(people / ((CLASS_SIZE[0] + CLASS_SIZE[1]) / 2)));
  const span = daysBetween(county.firstDay, county.today) + 25;
  const mayTrainAgain: { person: Person; made: TrainedClass }[] = [];
  for (let n = 0; county.counters.person - before < people; n += 1) {
    const from = addDays(county.firstDay, Math.floor((Math.min(n, total) / total) * span));
    const organisation = county.organisations[(n * 7 + 1) % county.organisations.length];
    if (!organisation) return;
    const fraud = fraudOf(n, total);
    const course = county.random.weighted(coursesFor(fraud).map((each) => [each, each.weight] as const));
    const again = mayTrainAgain.findIndex(
      ({ made }) =>
        addDays(made.endsOn, 45) < from &&
        made.course.benefit === course.benefit &&
        made.course.occupation !== course.occupation,
    );
    const known = again >= 0 ? mayTrainAgain.splice(again, 1).map(({ person }) => person) : [];
    const made = addClass(county, {
      organisation,
      course,
      from,
      size: county.random.int(...CLASS_SIZE),
      fraud,
      known,
      project: projectOf(county, n, course),
    });
    addClaims(county, money, made);
    const first = made.learners[0];
    if (first && known.length === 0 && county.history.has(first.person.index) && mayTrainAgain.length < 200)
      mayTrainAgain.push({ person: first.person, made });
    if (n % 20 === 0) {
      await county.sink.flush();
      progress?.(county.counters.person - before, people);
    }
  }
  progress?.(people, people);
}

/** Some of the classes for people without work belong to one of the named plans. */
function projectOf(county: County, n: number, course: Course): string | null {
  if (course.benefit !== "unemployed-training" || n % 3 !== 0) return null;
  const plans = county.projects.filter(({ kind }) => kind === "named-plan");
  return plans[Math.floor(n / 3) % plans.length]?.id ?? null;
}

/** The platform gives no completion certificate without hours; a certificate that was bought comes from an evaluator. */
const coursesFor = (fraud: Fraud | null) =>
  fraud === "no-attendance"
    ? COURSES.filter((course) => course.certificate === "skill-level" && course.benefit === "unemployed-training")
    : COURSES;

/** A few classes with something wrong, at fixed places in the history, and one in about two hundred beyond that. */
function fraudOf(n: number, total: number): Fraud | null {
  const planted: Fraud[] = ["one-device", "shared-card", "no-attendance", "insured", "shared-phone"];
  const index = planted.findIndex((_, k) => n === Math.floor(total * (0.45 + k * 0.09)));
  if (index >= 0) return planted[index] ?? null;
  return n > 200 && n % 211 === 0 ? (planted[n % planted.length] ?? null) : null;
}

function addAccounts(county: County, password: string): void {
  const bureau = addOrganisation(county, { name: "示例县人力资源和社会保障局", kind: "bureau", ownership: "public" });
  const finance = addOrganisation(county, { name: "示例县财政局", kind: "bureau", ownership: "public" });
  const department = addDepartments(county);
  const audit = addOrganisation(county, { name: "示例县审计局", kind: "bureau", ownership: "public" });
  const places: Record<DemoAccount["at"], string | null> = {
    institution: county.organisations[0]?.id ?? null,
    enterprise: county.enterprises[0]?.id ?? null,
    evaluator: county.evaluators[0]?.id ?? null,
    bureau: bureau.id,
    finance: finance.id,
    department: department.id,
    audit: audit.id,
    platform: null,
    self: null,
  };
  const row = (given: {
    id: string;
    username: string;
    name: string;
    role: string;
    organisationId: string | null;
    password: string | null;
  }) =>
    county.sink.add("account", {
      id: given.id,
      username: given.username,
      name: given.name,
      role: given.role,
      password_hash: given.password,
      person_id: null,
      organisation_id: given.organisationId,
      region: county.region,
      state: "active",
      demo: true,
      created_at: at(county.firstDay, "08:00:00"),
    });
  for (const account of DEMO_ACCOUNTS) {
    if (account.role !== "learner") row({ ...account, organisationId: places[account.at], password });
  }
  for (const [index, organisation] of county.organisations.entries()) {
    row({
      id: organisation.accountId,
      username: `jigou-${index + 1}`,
      name: "示例经办人",
      role: "institution",
      organisationId: organisation.id,
      password: null,
    });
  }
}

/** Numbers given by sequences and identities go on after those of the generator. */
async function continueCounting(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: string; source: string; column: string }>(`
    select pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence, table_name as source, column_name as column
    from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`);
  for (const { sequence, source, column } of rows) {
    await client.query(`select setval($1, greatest((select coalesce(max(${column}), 0) from ${source}), 1))`, [
      sequence,
    ]);
  }
  for (const [sequence, table] of [
    ["class_number", "training_class"],
    ["claim_number", "claim"],
    ["batch_number", "payment_batch"],
  ] as const) {
    await client.query(`select setval($1, (select count(*) + 1 from ${table}), false)`, [sequence]);
  }
}
