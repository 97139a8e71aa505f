import { payeeAccount } from "../../entitlement/index.ts";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, OfProgramme, SearchText } from "../../kernel/shapes.ts";
import { likeOf } from "../like.ts";

/** Filter of payable claims, for the list and for a batch of all that it shows. */
export const PayableFilter = z.object({
  policy: OfProgramme,
  benefit: z.string().max(40).optional(),
  organisationId: Id.optional().describe("申请单位，或办班的培训机构"),
  classId: Id.optional(),
  publicisedFrom: CivilDate.optional().describe("公示开始日期从"),
  publicisedTo: CivilDate.optional().describe("公示开始日期到"),
  account: z.enum(["missing"]).optional().describe("只列收款人还没有登记账户的"),
  returned: z.enum(["true"]).optional().describe("只列银行退回过的"),
  q: SearchText(40).optional().describe("申请编号或班级编号开头，或收款人、单位、班级名称中的字"),
});

/** The filter as a condition on `claim c`. */
export function payableWhere(filter: z.output<typeof PayableFilter>) {
  const { begins, contains } = likeOf(filter.q);
  const parts = [sql<boolean>`c.state = 'payable' and c.approved_fen > 0`];
  if (filter.policy !== undefined) parts.push(sql`c.policy_id = ${filter.policy}`);
  if (filter.benefit !== undefined) parts.push(sql`c.benefit = ${filter.benefit}`);
  if (filter.organisationId !== undefined)
    parts.push(sql`(c.organisation_id = ${filter.organisationId} or exists (
      select from training_class k where k.id = c.class_id and k.organisation_id = ${filter.organisationId}))`);
  if (filter.classId !== undefined) parts.push(sql`c.class_id = ${filter.classId}`);
  if (filter.publicisedFrom !== undefined) parts.push(sql`c.publicised_from >= ${filter.publicisedFrom}::date`);
  if (filter.publicisedTo !== undefined) parts.push(sql`c.publicised_from <= ${filter.publicisedTo}::date`);
  if (filter.account !== undefined) parts.push(sql`${payeeAccount} is null`);
  if (filter.returned !== undefined)
    parts.push(sql`exists (select from payment x where x.claim_id = c.id and x.state = 'returned')`);
  if (begins !== null)
    parts.push(sql`(c.number like ${begins}
      or (select q.name from person q where q.id = c.person_id) like ${contains}
      or (select q.name from organisation q where q.id = c.organisation_id) like ${contains}
      or exists (select from training_class k join organisation q on q.id = k.organisation_id where k.id = c.class_id
        and (k.number like ${begins} or k.name like ${contains} or q.name like ${contains})))`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
