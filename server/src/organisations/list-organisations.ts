import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/shapes.ts";
import { OrganisationFilter, organisationPage, PublicOrganisation } from "./organisation-view.ts";

/** `GET /api/v1/organisations`: the carriers of training, for everybody. */
export const listOrganisations = operation({
  method: "GET",
  path: "/api/v1/organisations",
  summary: "机构名单",
  permission: { public: true },
  query: OrganisationFilter.extend(PageQuery.shape),
  output: pageOf(PublicOrganisation),
  run: ({ db }, { query }) => organisationPage(db, query, query),
});
