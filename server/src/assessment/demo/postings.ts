import { addDays, addMonths, type CivilDate, todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { addPostings as stand } from "../posting/add-postings.ts";
import { decideLicence } from "../posting/decide-licence.ts";
import { enterLicence } from "../posting/enter-licence.ts";
import { addPost } from "../posting/posts.ts";
import { proposeReviewClass } from "../posting/review-classes.ts";

const POSTS = [
  { workplace: "一车间", name: "配电值班电工", item: "electric-high" },
  { workplace: "一车间", name: "维修电工", item: "electric-low" },
  { workplace: "二车间", name: "焊工", item: "weld-fusion" },
  { workplace: "仓库", name: "叉车司机", item: "N1" },
  { workplace: "仓库", name: "保管员", item: null },
] as const;

/** Licences of the story: post, item, months since issue, years of validity, the officer's answer. */
const PEOPLE: readonly [post: number, item: string | null, months: number, answer: "verified" | "entered" | "none"][] =
  [
    [0, "electric-low", 20, "verified"],
    [1, "electric-low", 12, "verified"],
    [1, "electric-low", 34, "verified"],
    [2, "weld-fusion", 33, "verified"],
    [2, "weld-fusion", 37, "verified"],
    [2, "weld-fusion", 2, "entered"],
    [3, "N1", 8, "verified"],
    [3, null, 0, "none"],
    [4, null, 0, "none"],
  ];

/** Posts, people and licences of the demo enterprise in every colour, by the platform's own operations. */
export async function addPostings(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const found = await sql<{ person_id: string; hired_on: CivilDate; town: string }>`
    select distinct on (f.person_id) f.person_id, (f.value ->> 'hiredOn')::date as hired_on, o.town
    from account a join organisation o on o.id = a.organisation_id
    join person_fact f on f.kind = 'employment' and f.value ->> 'employer' = o.uscc
    where a.username = 'enterprise' and f.value ->> 'to' is null and f.value ->> 'hiredOn' is not null
      and (f.value ->> 'hiredOn')::date < ${today}::date and not exists (select from person_fact later where later.replaces = f.id)
      and not exists (select from consent c where c.person_id = f.person_id and not c.given)
    order by f.person_id limit ${PEOPLE.length}`.execute(services.database);
  const staff = found.rows;
  const [first] = staff;
  if (first === undefined) return;
  const since = addMonths(today, -60);
  const posts: string[] = [];
  for (const post of POSTS) {
    const { id } = await asDemoAccount(services, "enterprise", (context) =>
      addPost.run(context, { params: {}, query: {}, body: { ...post, town: first.town, since } }),
    );
    posts.push(id);
  }
  for (const [index, { person_id: personId, hired_on: hiredOn }] of staff.entries()) {
    const [post, item, months, answer] = PEOPLE[index] as (typeof PEOPLE)[number];
    if (item !== null)
      await addLicence(services, { personId, item, issuedOn: addMonths(today, -months), index, answer });
    await asDemoAccount(services, "enterprise", (context) =>
      stand.run(context, {
        params: { id: posts[post] as string },
        query: {},
        body: {
          personIds: [personId],
          fromOn: latest(hiredOn, answer === "verified" ? addMonths(today, -months) : addDays(today, -40)),
        },
      }),
    );
  }
  if (staff.length > 4)
    await asDemoAccount(services, "enterprise", (context) =>
      proposeReviewClass.run(context, {
        params: {},
        query: {},
        body: { item: "weld-fusion", wantedOn: addDays(today, 30), note: "示例：只能晚上上课" },
      }),
    );
}

const latest = (...days: CivilDate[]): CivilDate => days.toSorted().at(-1) as CivilDate;

async function addLicence(
  services: Services,
  given: {
    personId: string;
    item: string;
    issuedOn: CivilDate;
    index: number;
    answer: "verified" | "entered" | "none";
  },
): Promise<void> {
  const { personId, item, issuedOn, index, answer } = given;
  const { id } = await asDemoAccount(services, "enterprise", (context) =>
    enterLicence.run(context, {
      params: {},
      query: {},
      body: {
        personId,
        item,
        number: `示例${String(20_260_001 + index)}`,
        issuerName: "示例省应急管理厅",
        firstIssuedOn: issuedOn,
        issuedOn,
        validTo: addDays(addMonths(issuedOn, 72), -1),
      },
    }),
  );
  if (answer !== "verified") return;
  const queriedOn = todayInShanghai(services.clock.now());
  await asDemoAccount(services, "reviewer1", (context) =>
    decideLicence.run(context, {
      params: { id },
      query: {},
      body: { verdict: "verified", queriedOn, note: "示例：全国查询平台查得一致" },
    }),
  );
}
