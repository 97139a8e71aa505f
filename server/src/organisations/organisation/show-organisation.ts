import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { PublicOrganisation, publicColumns, withLabel } from "./organisation-view.ts";

/** `GET /api/v1/organisations/:id`: one organisation, for everybody. */
export const showOrganisation = operation({
  method: "GET",
  path: "/api/v1/organisations/:id",
  summary: "机构信息",
  permission: { public: true },
  params: ById,
  output: PublicOrganisation,
  async run({ db }, { params }) {
    const row = await db
      .selectFrom("organisation")
      .select(publicColumns)
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row) throw notFound("这家机构");
    return withLabel(row);
  },
});
