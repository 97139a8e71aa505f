import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { PublicOrganisation, publicColumns, withLabel } from "./organisation-view.ts";

/** An organisation as its own people and officers see it. */
export const OwnOrganisation = PublicOrganisation.extend({
  contactName: z.string().nullable(),
  contactPhoneMasked: z.string().nullable(),
});

/** `GET /api/v1/me/organisation`: the actor's organisation. */
export const myOrganisation = operation({
  method: "GET",
  path: "/api/v1/me/organisation",
  summary: "本单位信息",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  scope: "organisation:read",
  output: OwnOrganisation,
  async run({ db, actor }) {
    const row = await db
      .selectFrom("organisation")
      .select([...publicColumns, "contact_name as contactName", "contact_phone_masked as contactPhoneMasked"])
      .where("id", "=", actor.organisationId)
      .executeTakeFirst();
    if (!row) throw notFound("您的单位");
    return withLabel(row);
  },
});
