import type { ClientBase, Pool } from "pg";

/** Number of codes in each dimension: a county with many institutions. */
const CODES: [dimension: string, count: number][] = [
  ["town", 14],
  ["group", 15],
  ["occupation", 60],
  ["level", 6],
  ["institution", 400],
  ["benefit", 13],
  ["policy", 2],
  ["project", 9],
  ["department", 12],
  ["source", 4],
];
export const DIMENSIONS = CODES.map(([dimension]) => dimension);

/** A random code of a dimension. */
const pick = (dimension: string): string => {
  const before = CODES.slice(
    0,
    CODES.findIndex(([name]) => name === dimension),
  ).reduce((sum, [, n]) => sum + n, 0);
  const count = CODES.find(([name]) => name === dimension)?.[1] ?? 1;
  return `${before + 1} + floor(random() * ${count})::int`;
};

const COMMON = ["town", "group", "occupation", "level", "institution", "benefit", "policy", "project", "department"];
const day = (chance: number): string =>
  `case when random() < ${chance} then date '2019-01-01' + floor(random() * 2200)::int end`;

/** Writes `count` enrolments, of seven tenths as many people, eight tenths as many claims and their entries in the ledger; the same every time. */
export async function writeFacts(owner: Pool, enrolments: number): Promise<void> {
  // One connection for all, since the random seed belongs to it.
  const client = await owner.connect();
  try {
    await write(client, enrolments);
  } finally {
    client.release();
  }
}

async function write(client: ClientBase, enrolments: number): Promise<void> {
  await client.query("truncate training_fact, claim_fact, money_fact, fact_code restart identity");
  for (const [dimension, count] of CODES)
    await client.query(
      `insert into fact_code (dimension, code, label)
       select $1, case $1 when 'town' then '320682' || lpad(n::text, 3, '0') when 'level' then (n - 1)::text else $1 || '-' || n end, $1 || n
       from generate_series(1, $2::int) n order by n`,
      [dimension, count],
    );
  const person = `1 + floor(random() * ${Math.round(enrolments * 0.7)})::int`;
  await client.query("select setseed(0.42)");
  await client.query(`
    insert into training_fact (enrolment_id, version, person_number, started_on, completed_on, certified_on,
      town, grp, occupation, level, institution, benefit, policy, project, department, hours_hundredths, certificates)
    select gen_random_uuid(), 1, ${person}, ${day(0.97)}, ${day(0.85)}, ${day(0.8)}, ${COMMON.map(pick).join(", ")},
      floor(random() * 12000)::int, floor(random() * 3)::int
    from generate_series(1, ${enrolments})`);
  await client.query(`
    insert into claim_fact (claim_id, version, person_number, applied_on, paid_on,
      town, grp, occupation, level, institution, benefit, policy, project, department, source)
    select gen_random_uuid(), 1, ${person}, ${day(0.95)}, ${day(0.7)}, ${[...COMMON, "source"].map(pick).join(", ")}
    from generate_series(1, ${Math.round(enrolments * 0.8)})`);
  // One entry that sets money aside, one that spends it.
  await client.query(`
    insert into money_fact (entry_id, version, person_number, posted_on,
      town, grp, occupation, level, institution, benefit, policy, project, department, source, approved_fen, paid_fen)
    select gen_random_uuid(), 1, ${person}, ${day(1)}, ${[...COMMON, "source"].map(pick).join(", ")},
      case when n % 2 = 0 then floor(random() * 300000)::bigint else 0 end, case when n % 2 = 1 then floor(random() * 300000)::bigint else 0 end
    from generate_series(1, ${Math.round(enrolments * 1.5)}) n`);
  await client.query("update fact_progress set version = version + 1, built = true, followed_to = now()");
  await client.query("vacuum analyze training_fact");
  await client.query("vacuum analyze claim_fact");
  await client.query("vacuum analyze money_fact");
}
