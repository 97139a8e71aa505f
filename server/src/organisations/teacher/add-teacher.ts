import { parseCitizenId, tooYoungToWork } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { CitizenIdNumber, findOrCreatePerson, Mobile, PersonName } from "../../people/index.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";
import { Employment, Occupations } from "./teacher-view.ts";

/** `POST /api/v1/organisations/:id/teachers`: adds a teacher by real name, or brings back one who left. */
export const addTeacher = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/teachers",
  summary: "登记教师",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  body: z.strictObject({
    name: PersonName,
    citizenId: CitizenIdNumber,
    phone: Mobile.optional(),
    employment: Employment,
    occupations: Occupations,
    qualification: Text(200).nullable().default(null).describe("职业资格、职称或工作经历"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const organisation = await context.db
      .selectFrom("organisation")
      .select("town")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!organisation) throw notFound("这家机构");
    const identity = parseCitizenId(body.citizenId);
    const young = identity.ok ? tooYoungToWork(identity.value.birthDate, context.today) : null;
    if (young !== null) throw unacceptable("too-young", young, [{ pointer: "/citizenId", detail: young }]);
    const person = await findOrCreatePerson(context, { ...body, phone: body.phone ?? null, town: organisation.town });
    const told = { employment: body.employment, occupations: body.occupations, qualification: body.qualification };
    const row = await context.db
      .insertInto("teacher")
      .values({ organisation_id: params.id, person_id: person.id, ...told })
      .onConflict((taken) =>
        taken
          .columns(["organisation_id", "person_id"])
          .doUpdateSet({ ...told, state: "active" })
          .where("teacher.state", "=", "left"),
      )
      .returning("id")
      .executeTakeFirst();
    if (!row) throw conflict("teacher-exists", "这位教师已在本单位登记。如需修改，请在教师列表中打开后编辑。");
    context.audit({ kind: "teacher", id: row.id, organisationId: params.id });
    return { id: row.id };
  },
});
