import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, SearchText } from "../../kernel/shapes.ts";
import { stateLabel } from "../../reporting/index.ts";

const Hit = z.object({
  kind: z.enum(["payment", "batch", "claim", "class", "certificate"]),
  id: Id,
  number: z.string(),
  /** Title: the payee, the class's name, the occupation. */
  title: z.string(),
  stateLabel: z.string(),
  amountFen: z.number().nullable(),
  /** Claim of a certificate, if there is one. */
  claimId: Id.nullable(),
});
type Found = Omit<z.output<typeof Hit>, "stateLabel"> & { state: string };

const MACHINES: Record<string, string> = {
  payment: "payment",
  batch: "payment-batch",
  claim: "claim",
  class: "training-class",
};
const EACH = 10;

/** One search for every number on paper: payments, batches, claims, classes and certificates whose number starts with it. */
export const traceSearch = operation({
  method: "GET",
  path: "/api/v1/trace/search",
  summary: "追溯：按编号查找",
  permission: { roles: ["auditor", "finance"] },
  query: z.object({ q: SearchText(40).min(4, "请输入至少 4 位编号") }),
  output: z.object({ rows: z.array(Hit) }),
  async run({ db, actor }, { query }) {
    const begins = `${query.q.toUpperCase().replace(/[\\%_]/g, "\\$&")}%`;
    const found = await sql<Found>`
      (select 'payment' as kind, p.id, p.number, p.payee_name as title, p.state, p.amount_fen as "amountFen", p.claim_id as "claimId"
       from payment p join claim c on c.id = p.claim_id
       where p.number like ${begins} and starts_with(c.town, ${actor.region}) order by p.number limit ${EACH})
      union all
      (select 'batch', b.id, b.number, s.name, b.state, b.total_fen, null::uuid from payment_batch b join fund_source s on s.id = b.source_id
       where b.number like ${begins} and starts_with(b.region, ${actor.region}) order by b.number limit ${EACH})
      union all
      (select 'claim', c.id, c.number, coalesce(p.name, o.name, ''), c.state, coalesce(c.paid_fen, c.approved_fen, c.asked_fen), c.id
       from claim c left join person p on p.id = c.person_id left join organisation o on o.id = c.organisation_id
       where c.number like ${begins} and starts_with(c.town, ${actor.region}) order by c.number limit ${EACH})
      union all
      (select 'class', c.id, c.number, c.name, c.state, null, null::uuid from training_class c
       where c.number like ${begins} and starts_with(c.town, ${actor.region}) order by c.number limit ${EACH})
      union all
      (select 'certificate', f.id, f.serial, f.occupation_name, '', null,
         (select k.id from claim k where k.certificate_id = f.id order by k.created_at limit 1)
       from certificate f join person p on p.id = f.person_id
       where f.serial like ${begins} and starts_with(p.town, ${actor.region}) order by f.serial limit ${EACH})`.execute(
      db,
    );
    return {
      rows: found.rows.map(({ state, ...row }) => ({
        ...row,
        stateLabel: stateLabel(MACHINES[row.kind] ?? "", state),
      })),
    };
  },
});
