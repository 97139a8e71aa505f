import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf, SearchText } from "../../kernel/shapes.ts";
import { byName, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { MaskedPerson } from "./person-view.ts";

const Duplicate = z.strictObject({
  name: z.string(),
  phoneMasked: z.string(),
  count: z.number().int(),
  people: z.array(MaskedPerson),
});

const ORDER = sortable({
  columns: { name: byName("x.name"), count: byNumber("x.count") },
  unique: byNumber("x.first"),
  usual: "name",
});

/**
 * `GET /api/v1/people/possible-duplicates`: records with the same name and phone under different identity numbers. Either a number
 * is wrong, or relatives share name and phone: an officer must check.
 */
export const possibleDuplicates = operation({
  method: "GET",
  path: "/api/v1/people/possible-duplicates",
  summary: "疑似重复的人员档案",
  permission: { roles: ["reviewer", "auditor"] },
  query: ORDER.query.extend({
    q: SearchText(50).optional().describe("姓名开头"),
    town: z.string().max(9).optional().describe("其中一人所在的镇（街道）"),
  }),
  output: pageOf(Duplicate),
  async run({ db, actor }, { query }) {
    const page = ORDER.page(query);
    const begins = `${query.q?.replace(/[\\%_]/g, "\\$&") ?? ""}%`;
    const town = query.town ?? null;
    return page.read(
      db,
      sql<Placed<z.output<typeof Duplicate>>>`
      select x.name, (select f.phone_masked from person f where f.number = x.first) as "phoneMasked", x.count, ${page.place},
        (select json_agg(json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'citizenIdMasked', p.citizen_id_masked,
            'phoneMasked', p.phone_masked, 'birthDate', p.birth_date, 'sex', p.sex, 'town', p.town) order by p.number)
          from person p where p.phone_hash = x.phone_hash and p.name = x.name and p.joined_into is null
            and p.town like ${`${actor.region}%`}) as people
      from (
        select phone_hash, name, min(number) as first, count(*)::int as count
        from person where phone_hash is not null and joined_into is null and town like ${`${actor.region}%`}
          and name like ${begins}
        group by phone_hash, name having count(*) > 1 and (${town}::text is null or bool_or(town = ${town}))) x
      where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
  },
});

export const exportDuplicates = exportOf(possibleDuplicates, {
  title: "疑似重复的人员档案",
  columns: [
    { header: "姓名", value: (row) => row.name },
    { header: "手机号", width: 16, value: (row) => row.phoneMasked },
    { header: "档案数（份）", kind: "number", value: (row) => row.count },
    { header: "身份号码", width: 60, value: (row) => row.people.map((person) => person.citizenIdMasked).join("；") },
  ],
});
