import { sql } from "../../kernel/database.ts";
import type { Offers } from "../../kernel/offers.ts";

/** Classes of a plan and a year with the places that they hold: seats before they begin, learners after. */
export const classesOfPlan: Offers["classesOfPlan"] = async (context, projectId, year) => {
  const found = await sql<{ classId: string; town: string; organisationId: string; places: number }>`
    select c.id as "classId", c.town, c.organisation_id as "organisationId", case c.state when 'approved' then c.capacity else
      (select count(*)::int from enrolment e where e.class_id = c.id and e.state in ('enrolled', 'completed', 'failed')) end as places
    from training_class c where c.project_id = ${projectId} and c.starts_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
      and c.state in ('approved', 'running', 'suspended', 'completed', 'closed') order by c.id`.execute(context.db);
  return found.rows;
};
