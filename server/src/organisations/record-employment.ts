import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, CivilDate, Done } from "../kernel/shapes.ts";
import { CitizenIdNumber, findOrCreatePerson, Mobile, PersonName, recordFacts } from "../people/index.ts";
import { organisationOwner } from "./organisation-view.ts";

/** `POST /api/v1/organisations/:id/employments`: an enterprise says whom it employs, since when and by what contract. */
export const recordEmployment = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/employments",
  summary: "登记本单位职工用工信息",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  body: z.strictObject({
    name: PersonName,
    citizenId: CitizenIdNumber,
    phone: Mobile.optional(),
    hiredOn: CivilDate,
    leftOn: CivilDate.nullable().default(null),
    contractMonths: z.number().int().min(0).max(720).nullable().default(null),
  }),
  output: Done,
  async run(context, { params, body }) {
    const employer = await context.db
      .selectFrom("organisation")
      .select(["uscc", "name", "town"])
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!employer) throw notFound("这家单位");
    const person = await findOrCreatePerson(context, { ...body, phone: body.phone ?? null, town: employer.town });
    const [id = ""] = await recordFacts(context, [
      {
        personId: person.id,
        source: `${employer.name}申报`,
        fact: {
          kind: "employment",
          value: {
            from: body.hiredOn,
            to: body.leftOn,
            employed: true,
            employer: employer.uscc,
            local: true,
            hiredOn: body.hiredOn,
            contractMonths: body.contractMonths,
          },
        },
      },
    ]);
    context.audit({ kind: "person-fact", id, organisationId: params.id, detail: { kind: "employment" } });
    return { id };
  },
});
