import { addDays, todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount, demoAccount } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { confirmGroup } from "../entry/confirm-group.ts";
import { decideEntry } from "../entry/decide-entry.ts";
import { recordFact } from "../entry/record-fact.ts";

/** Single entries of the bureau's registers, by the platform's own operations: confirmed, sent back, and waiting for either officer. */
export async function addEntries(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const found = await sql<{ id: string }>`
    select p.id from person p join enrolment e on e.person_id = p.id join training_class c on c.id = e.class_id
    left join account a on a.person_id = p.id
    where c.state = 'running' and e.state = 'enrolled' and a.username is distinct from ${demoAccount("learner").username}
      and not exists (select from person_group g where g.person_id = p.id and g.code = 'hard-to-employ')
    group by p.id order by p.id limit 5`.execute(services.database);
  const people = found.rows.map(({ id }) => id);
  const group = (by: string, id: string, note: string) =>
    asDemoAccount(services, by, (context) =>
      confirmGroup.run(context, {
        params: { id },
        query: {},
        body: { code: "hard-to-employ", validFrom: addDays(today, -20), validTo: null, note },
      }),
    );
  const insurance = (by: string, id: string, unemploymentMonths: number) =>
    asDemoAccount(services, by, (context) =>
      recordFact.run(context, {
        params: { id },
        query: {},
        body: {
          fact: {
            kind: "insurance",
            value: { asOf: addDays(today, -3), unemploymentMonths, pensionMonths: null, pensionPaidNow: null },
          },
          source: `示例数据：社保系统 ${addDays(today, -3)} 查询`,
          replaces: null,
          reason: null,
        },
      }),
    );
  const decide = (by: string, id: string, verdict: "confirmed" | "refused", reason: string | null) =>
    asDemoAccount(services, by, (context) =>
      decideEntry.run(context, { params: { id }, query: {}, body: { verdict, reason } }),
    );
  const entered = [
    [(id: string) => group("reviewer1", id, "示例数据：就业困难人员认定名册"), "confirmed", null],
    [(id: string) => insurance("reviewer1", id, 9), "refused", "查询日期与系统记录不一致，请重新查询"],
    [(id: string) => insurance("reviewer1", id, 26), null, null],
    [(id: string) => group("reviewer2", id, "示例数据：街道就业困难人员摸底表"), null, null],
    [(id: string) => insurance("reviewer2", id, 14), null, null],
  ] as const;
  for (const [at, [enter, verdict, reason]] of entered.entries()) {
    const person = people[at];
    if (person === undefined) return;
    const { id, state } = await enter(person);
    if (state === "submitted" && verdict !== null) await decide("reviewer3", id, verdict, reason);
  }
}
