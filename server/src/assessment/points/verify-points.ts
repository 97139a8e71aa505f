import { sql, type Database } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import { worthOfCertificates, worthOfEnrolments, type Worth } from "./points-worth.ts";

const BATCH = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

/** Facts that may be worth points, a batch at a time. */
const BASES = [
  {
    after: (id: string) => sql<{ id: string }>`
      select e.id from enrolment e join training_class c on c.id = e.class_id
      where e.id > ${id} and e.seat is not null and c.state in ('completed', 'closed') order by e.id limit ${BATCH}`,
    worth: (db: Database, ids: readonly string[]) => worthOfEnrolments(db, ids),
  },
  {
    after: (id: string) => sql<{ id: string }>`select id from certificate where id > ${id} order by id limit ${BATCH}`,
    worth: worthOfCertificates,
  },
] as const;

/** Works out points again from marks, results, certificates and their corrections. Facts whose points are still being given are left out. */
export const verifyPoints: Verifier = {
  name: "学分",
  async run({ database }) {
    const differences: string[] = [];
    let checked = 0;
    for (const { after, worth } of BASES)
      for (let last = FIRST; ;) {
        const { rows } = await after(last).execute(database);
        const ids = rows.map((row) => row.id);
        checked += ids.length;
        differences.push(...(await differencesOf(database, ids, await worth(database, ids))));
        if (rows.length < BATCH) break;
        last = ids.at(-1) ?? last;
      }
    return { checked, differences };
  },
};

const key = (kind: string, basis: string, rule: string): string => `${kind} ${basis} ${rule}`;

async function differencesOf(db: Database, basisIds: readonly string[], worths: readonly Worth[]): Promise<string[]> {
  const { rows } = await sql<{ rule: string; basis: string; kind: string; hundredths: number }>`
    select rule_id as rule, basis_id as basis, basis_kind as kind, sum(credits_hundredths)::int as hundredths from credit
    where basis_id = any(${[...basisIds]}::text[]) group by 1, 2, 3`.execute(db);
  const given = new Map(rows.map((row) => [key(row.kind, row.basis, row.rule), row]));
  const expected = new Map(worths.map((each) => [key(each.basisKind, each.basisId, each.ruleId), each]));
  const differing = [...new Set([...given.keys(), ...expected.keys()])].flatMap((each) => {
    const have = given.get(each)?.hundredths ?? 0;
    const want = expected.get(each)?.hundredths ?? 0;
    const basis = given.get(each)?.basis ?? expected.get(each)?.basisId ?? "";
    return have === want ? [] : [{ basis, sentence: `${each}: ${have} given, ${want} earned, in hundredths` }];
  });
  if (differing.length === 0) return [];
  const waiting = await sql<{ id: string }>`
    select id::text from points_under_way(${differing.map(({ basis }) => basis)}::text[]) id`.execute(db);
  const underWay = new Set(waiting.rows.map(({ id }) => id));
  return differing.filter(({ basis }) => !underWay.has(basis)).map(({ sentence }) => sentence);
}
