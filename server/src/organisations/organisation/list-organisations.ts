import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { ORGANISATION_ORDER, OrganisationFilter, organisationPage, PublicOrganisation } from "./organisation-view.ts";

/** `GET /api/v1/organisations`: the carriers of training, for everybody. */
export const listOrganisations = operation({
  method: "GET",
  path: "/api/v1/organisations",
  summary: "机构名单",
  permission: { public: true },
  query: ORGANISATION_ORDER.query.extend(OrganisationFilter.shape),
  output: pageOf(PublicOrganisation),
  run: ({ db }, { query }) => organisationPage(db, query, query),
});
