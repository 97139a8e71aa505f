import type { CivilDate } from "@jinengtong/standards";
import type { FactAnswer, FactSource } from "../../adapters/fact-source/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { errorName, type Subscription } from "../../kernel/queue.ts";
import { datesOf, Fact } from "../fact/fact-kinds.ts";
import { implausibleDayOf } from "../fact/plausible-days.ts";
import { recordFacts } from "../fact/record-facts.ts";
import { planFact } from "../fact/same-fact.ts";
import { openCitizenIds } from "../privacy/open-personal-data.ts";

/** Patience with a source's answer, and with its silence. */
const TIMEOUT_MS = 20_000;
const SILENT_AFTER_TRIES = 48;

interface Query {
  id: string;
  source: string;
  day: CivilDate;
  person_ids: string[];
  tries: number;
}

/** Asks one question of its source. Silence, a time-out or an unreadable answer leave the facts unknown, and it is asked again later. */
export const askQuestion: Subscription<"fact-query-asked"> = {
  event: "fact-query-asked",
  name: "ask-fact-source",
  title: "向其他部门的系统查询",
  run: (context, { queryId }) => answerQuery(context, queryId),
};

/** Puts an open question to its source and records the answers, each with the source and its evidence. */
export async function answerQuery(context: Context, queryId: string): Promise<void> {
  const found = await sql<Query>`
    select id, source, day, person_ids, tries from fact_query where id = ${queryId} and state = 'open' for update`.execute(
    context.db,
  );
  const [query] = found.rows;
  const source = context.services.factSources.find(({ name }) => name === query?.source);
  if (query === undefined || source === undefined) return;
  const people = await peopleOf(context, query.person_ids);
  let answers: readonly FactAnswer[];
  try {
    answers = await source.ask(
      {
        reference: query.id,
        day: query.day,
        persons: [...people].map(([citizenId, { name }]) => ({ citizenId, name })),
      },
      AbortSignal.timeout(TIMEOUT_MS),
    );
  } catch (error) {
    await sql`
      update fact_query set tries = tries + 1, fault = ${errorName(error)},
        state = case when tries + 1 >= ${SILENT_AFTER_TRIES} then 'silent' else 'open' end where id = ${query.id}`.execute(
      context.db,
    );
    return;
  }
  const recorded = await record(context, source, query, people, answers);
  await sql`
    update fact_query set state = 'answered', tries = tries + 1, fault = null, answered_at = ${context.now}, answers = ${answers.length},
      recorded = ${recorded} where id = ${query.id}`.execute(context.db);
}

type People = Map<string, { id: string; name: string }>;

async function peopleOf(context: Context, personIds: readonly string[]): Promise<People> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from person where id = any(${[...personIds]}::uuid[])`.execute(context.db);
  const numbers = await openCitizenIds(
    context,
    found.rows.map(({ id }) => id),
  );
  return new Map(
    found.rows.flatMap((row) => {
      const number = numbers.get(row.id);
      return number === undefined ? [] : [[number, row] as const];
    }),
  );
}

const makesSense = (fact: Fact, today: string): boolean =>
  datesOf(fact) === null && implausibleDayOf(fact, today) === null;

/** Records what is new in the answers. Answers about others, of other kinds, or that make no sense are left out. */
async function record(
  context: Context,
  source: FactSource,
  query: Query,
  people: People,
  answers: readonly FactAnswer[],
): Promise<number> {
  const good = answers.flatMap(({ citizenId, kind, value, evidence }) => {
    const person = people.get(citizenId);
    const fact = Fact.safeParse({ kind, value });
    return person && source.kinds.includes(kind) && fact.success && makesSense(fact.data, context.today)
      ? [{ personId: person.id, fact: fact.data, evidence }]
      : [];
  });
  const known = await sql<{ id: string; person: string; kind: Fact["kind"]; value: Fact["value"] }>`
    select f.id, f.person_id as person, f.kind, f.value from person_fact f
    where f.person_id = any(${good.map(({ personId }) => personId)}::uuid[]) and f.kind <> 'withdrawn'
      and not exists (select from person_fact later where later.replaces = f.id)`.execute(context.db);
  const byPerson = Map.groupBy(known.rows, (row) => `${row.person} ${row.kind}`);
  const seen = new Set<string>();
  const facts = good.flatMap(({ personId, fact, evidence }) => {
    const before = (byPerson.get(`${personId} ${fact.kind}`) ?? []).map(({ id, kind, value }) => ({
      id,
      fact: { kind, value } as Fact,
    }));
    const plan = planFact(fact, before);
    const once = `${personId} ${fact.kind} ${plan.outcome === "change" ? plan.replaces : JSON.stringify(fact.value)}`;
    if (plan.outcome === "same" || seen.has(once)) return [];
    seen.add(once);
    return [
      {
        personId,
        fact,
        source: `${source.title} ${query.day} 查询（凭证 ${evidence}）`,
        ...(plan.outcome === "change" ? { replaces: plan.replaces, reason: `${source.title}重新查询` } : {}),
      },
    ];
  });
  await recordFacts(context, facts, null);
  return facts.length;
}
