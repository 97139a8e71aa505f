import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { byId, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { MaskedPerson } from "../identity/person-view.ts";
import { joinStates } from "./join-states.ts";

const Counts = z.strictObject({
  seats: z.number().int().describe("报名（班）"),
  sameClass: z.number().int().describe("其中与保留的档案同一个班的：名额不能并，留在原档案"),
  certificates: z.number().int(),
  claims: z.number().int(),
  facts: z.number().int().describe("其他部门的记录和人群类别"),
});

/** A request to join two records, or to part them, with what of the one there is to follow. */
export const JoinRow = z.strictObject({
  id: Id,
  undoes: Id.nullable().describe("撤销的那一次并档"),
  kept: MaskedPerson,
  joined: MaskedPerson,
  reason: z.string(),
  state: z.enum(["asked", "done", "declined"]),
  stateLabel: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  mine: z.boolean().describe("是自己提出的：由另一位确认"),
  decidedAt: Instant.nullable(),
  undone: z.boolean().describe("已经撤销，或正在申请撤销"),
  holds: Counts.describe("待确认的：将要并入的；已办理的：现在还留在原档案的"),
});
export type JoinRow = z.output<typeof JoinRow>;

/** Sort keys of joins. */
export const JOIN_ORDER = sortable({
  columns: { askedAt: byTime("j.asked_at"), decidedAt: byTime("j.decided_at", "last") },
  unique: byId("j.id"),
  usual: "askedAt",
});

export const JoinFilter = z.object({
  state: z.enum(["asked", "done", "declined"]).optional(),
  personId: Id.optional().describe("其中一份档案"),
});

type Raw = Omit<JoinRow, "stateLabel" | "askedAt" | "decidedAt"> & { askedAt: Date; decidedAt: Date | null };

const person = (alias: "k" | "p") =>
  sql.raw(`json_build_object('id', ${alias}.id, 'number', ${alias}.number, 'name', ${alias}.name,
    'citizenIdMasked', ${alias}.citizen_id_masked, 'phoneMasked', ${alias}.phone_masked, 'birthDate', ${alias}.birth_date,
    'sex', ${alias}.sex, 'town', ${alias}.town)`);

/** One page of joins in the actor's region. */
export async function joinPage(
  context: Context,
  filter: z.output<typeof JoinFilter>,
  request: Parameters<typeof JOIN_ORDER.page>[0],
): Promise<{ rows: JoinRow[]; nextCursor: string | null }> {
  const page = JOIN_ORDER.page(request);
  const cut = await page.read(
    context.db,
    sql<Placed<Raw>>`
    select j.id, j.undoes, ${person("k")} as kept, ${person("p")} as joined, j.reason, j.state, a.name as "askedBy",
      j.asked_at as "askedAt", j.asked_by = ${context.actor.accountId} as mine, j.decided_at as "decidedAt",
      exists (select from person_join u where u.undoes = j.id and u.state <> 'declined') as undone,
      json_build_object(
        'seats', (select count(*) from enrolment e where e.person_id = p.id and e.seat is not null),
        'sameClass', (select count(*) from enrolment e join enrolment o on o.class_id = e.class_id and o.person_id = k.id
          and o.state not in ('rejected', 'withdrawn') where e.person_id = p.id and e.state not in ('rejected', 'withdrawn')),
        'certificates', (select count(*) from certificate f where f.person_id = p.id),
        'claims', (select count(*) from claim c where c.person_id = p.id),
        'facts', (select count(*) from person_fact f where f.person_id = p.id) +
          (select count(*) from person_group g where g.person_id = p.id)) as holds,
      ${page.place}
    from person_join j join person k on k.id = j.kept_id join person p on p.id = j.joined_id
    join account a on a.id = j.asked_by
    where p.town like ${`${context.actor.region}%`}
      and (${filter.personId ?? null}::uuid is null or ${filter.personId ?? null}::uuid in (k.id, p.id))
      and (${filter.state ?? null}::text is null or j.state = ${filter.state ?? null})
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return {
    rows: cut.rows.map(({ askedAt, decidedAt, ...row }) => ({
      ...row,
      stateLabel: joinStates.states[row.state].label,
      askedAt: askedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
    nextCursor: cut.nextCursor,
  };
}

/** Owner of a join, for `over`: officers who cover the record to be kept and the other. */
export async function joinOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const found = await sql<{ kept: string; joined: string }>`
    select k.town as kept, p.town as joined from person_join j join person k on k.id = j.kept_id
    join person p on p.id = j.joined_id where j.id = ${params.id}`.execute(context.db);
  const [towns] = found.rows;
  // Of two towns the officer of one alone decides nothing: the region is the part that they share.
  return towns ? { region: towns.kept === towns.joined ? towns.kept : towns.kept.slice(0, 6) } : null;
}
