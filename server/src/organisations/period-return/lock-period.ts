import { periodTitle } from "@jinengtong/returns";
import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { moveState } from "../../kernel/states.ts";
import { ofRegion } from "./reporters.ts";
import { OfPeriod } from "./period-reporters.ts";
import { publishedForm } from "./return-record.ts";
import { returnStates } from "./return-states.ts";

/** `POST /api/v1/period-forms/:code/periods/:period/locking`: locks every accepted return of a period, so that its figures are final. */
export const lockPeriod = operation({
  method: "POST",
  path: "/api/v1/period-forms/:code/periods/:period/locking",
  summary: "锁定一期报表",
  permission: { roles: ["reviewer"] },
  params: OfPeriod,
  output: z.object({ locked: z.number().int() }),
  async run(context, { params }) {
    const { form } = publishedForm(context, params.code, params.period);
    const found = await sql<{ id: string; organisationId: string }>`
      select r.id, r.organisation_id as "organisationId" from period_return r join organisation o on o.id = r.organisation_id
      where r.form_code = ${params.code} and r.period = ${params.period} and r.state = 'accepted' and ${ofRegion(context.actor)}
      order by r.id for update of r`.execute(context.db);
    if (found.rows.length === 0)
      throw conflict("nothing-to-lock", "这一期没有已接受、还没有锁定的报表。请先审核接受。");
    for (const { id, organisationId } of found.rows) {
      await moveState(context, returnStates, id, "locked");
      await notifyOrganisation(context, organisationId, {
        template: "return-decided",
        subject: id,
        text: `${periodTitle(params.period)}${form.title}已锁定。`,
      });
    }
    context.audit({
      kind: "period-form",
      id: `${params.code}@${params.period}`,
      detail: { form: params.code, period: params.period, locked: found.rows.length },
    });
    return { locked: found.rows.length };
  },
});
