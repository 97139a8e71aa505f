import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { MaskedPerson } from "./person-view.ts";

const Duplicate = z.strictObject({ name: z.string(), phoneMasked: z.string(), people: z.array(MaskedPerson) });

/**
 * `GET /api/v1/people/possible-duplicates`: records of one name and one phone under different identity numbers. One citizen can't have two
 * records, so one of the numbers is wrong, or two people of a family share name and phone: somebody has to look.
 */
export const possibleDuplicates = operation({
  method: "GET",
  path: "/api/v1/people/possible-duplicates",
  summary: "疑似重复的人员档案",
  permission: { roles: ["reviewer", "auditor"] },
  query: PageQuery,
  output: pageOf(Duplicate),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 1);
    const found = await sql<z.output<typeof Duplicate> & { first: number }>`
      select name, min(phone_masked) as "phoneMasked", min(number) as first,
        json_agg(json_build_object('id', id, 'number', number, 'name', name, 'citizenIdMasked', citizen_id_masked,
          'phoneMasked', phone_masked, 'birthDate', birth_date, 'sex', sex, 'town', town) order by number) as people
      from person where phone_hash is not null and town like ${`${actor.region}%`}
      group by phone_hash, name having count(*) > 1 and min(number) > ${after?.[0] ?? 0}
      order by first limit ${query.limit + 1}`.execute(db);
    const page = toPage(found.rows, query.limit, (row) => [row.first]);
    return { ...page, rows: page.rows.map(({ first: _first, ...row }) => row) };
  },
});
