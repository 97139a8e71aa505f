/**
 * The search of the top bar on a million people: names, first letters, whole numbers, numbers from their beginning, and what isn't there,
 * by officers of the county, over HTTP. Against the bare query of a name from its index.
 */
import { median, percentile, report, round } from "../measure.ts";
import { openSessions, startPlatform } from "../platform.ts";

const PEOPLE = Number(process.env["BENCH_SEARCH_PEOPLE"] ?? 1_000_000);
const ASKED = 60;

const platform = await startPlatform({ people: 5_000 });
const { owner } = platform;
process.stdout.write(`adding ${PEOPLE.toLocaleString("en")} people…\n`);
await owner.query(
  `insert into person (name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
   select substr($2, 1 + (random() * (length($2) - 1))::int, 1) || substr($3, 1 + (random() * (length($3) - 1))::int, 1)
       || substr($3, 1 + (random() * (length($3) - 1))::int, 1),
     '\\x00', decode(md5('a' || n) || md5('b' || n), 'hex'), '320682********' || lpad((n % 10000)::text, 4, '0'), date '1980-01-01' + n % 9000, 'M',
     (select town from person limit 1)
   from generate_series(1, $1::int) n`,
  [
    PEOPLE,
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文辉波宇鹏浩凯婷雪莹慧",
  ],
);
await owner.query("analyze person");

const accounts = await owner.query<{ accountId: string }>(
  `insert into account (username, name, role, region)
   select 'bench-reviewer-' || n, '测量员', 'reviewer', (select left(town, 6) from person limit 1) from generate_series(1, 8) n
   returning id as "accountId"`,
);
const officers = await openSessions(
  platform,
  accounts.rows.map(({ accountId }) => ({ accountId, personId: null })),
);
const sample = async (query: string): Promise<string[]> =>
  (await owner.query<{ q: string }>(query)).rows.map(({ q }) => q);
const some = (of: string): string => `order by md5(${of}::text) limit ${ASKED}`;
const KINDS: Record<string, string[]> = {
  "whole name": await sample(`select name as q from person ${some("number")}`),
  "surname and one character": await sample(`select left(name, 2) as q from person ${some("number")}`),
  "first letters": await sample(`select pinyin_initials(name) as q from person ${some("number")}`),
  "two first letters": await sample(`select left(pinyin_initials(name), 2) as q from person ${some("number")}`),
  "whole pinyin": [
    "zhangwei",
    "wangxiu",
    "lina",
    "liuyang",
    "chenjing",
    "zhaolei",
    "huangfang",
    "xujuan",
    "sunmin",
    "mayan",
  ],
  "pinyin of a surname": ["zhang", "yu", "cai", "ceng", "xie", "xiao"],
  "claim number": await sample(`select number as q from claim ${some("id")}`),
  "class number": await sample(`select number as q from training_class ${some("id")}`),
  "class name": await sample(`select left(name, 4) as q from training_class ${some("id")}`),
  certificate: await sample(`select serial as q from certificate ${some("id")}`),
  nobody: Array.from({ length: ASKED }, (_, n) => `无此人${n}`),
  "no such letters": Array.from({ length: ASKED }, (_, n) => `zzq${"xyz"[n % 3]}`),
};

let turn = 0;
async function ask(q: string): Promise<{ ms: number; found: number }> {
  const officer = officers[turn++ % officers.length];
  const start = performance.now();
  const answer = await fetch(`${platform.url}/api/v1/search`, {
    method: "POST",
    headers: {
      cookie: officer?.cookie ?? "",
      "x-csrf-token": officer?.csrfToken ?? "",
      "content-type": "application/json",
    },
    body: JSON.stringify({ q }),
  });
  const body = (await answer.json()) as { rows: unknown[] };
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  return { ms: performance.now() - start, found: body.rows.length };
}

for (const [first = ""] of Object.values(KINDS)) await ask(first);
const figures: Record<string, unknown> = {};
const all: number[] = [];
for (const [kind, queries] of Object.entries(KINDS)) {
  const times: number[] = [];
  let found = 0;
  for (const q of queries) {
    const one = await ask(q);
    times.push(one.ms);
    found += one.found;
  }
  all.push(...times);
  figures[kind] = { p50: round(median(times), 1), p95: round(percentile(times, 0.95), 1), hits: found };
}
const bare: number[] = [];
for (const name of KINDS["whole name"] ?? []) {
  const start = performance.now();
  await owner.query("select id, name from person where name like $1 limit 6", [`${name}%`]);
  bare.push(performance.now() - start);
}
await platform.close();
const p95 = percentile(all, 0.95);
report({
  bench: "search",
  figures: { people: PEOPLE, p95: round(p95, 1), ...figures },
  against: { "bare query of a name, p95": round(percentile(bare, 0.95), 1) },
  ratio: round(p95 / percentile(bare, 0.95), 1),
});
