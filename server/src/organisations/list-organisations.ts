import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { Kind, OrganisationState, PublicOrganisation, publicColumns, withLabel } from "./organisation-view.ts";

/** `GET /api/v1/organisations`: the carriers of training (一.载体), for everybody; offices are not among them. */
export const listOrganisations = operation({
  method: "GET",
  path: "/api/v1/organisations",
  summary: "机构名单",
  permission: { public: true },
  query: PageQuery.extend({
    kind: Kind.optional(),
    town: z.string().max(9).optional(),
    state: OrganisationState.optional(),
    q: z.string().trim().max(60).optional().describe("名称中的字，或统一社会信用代码"),
  }),
  output: pageOf(PublicOrganisation),
  async run({ db }, { query }) {
    const after = decodeCursor(query.cursor, 2);
    let listed = db
      .selectFrom("organisation")
      .select(publicColumns)
      .where("kind", "not in", ["department", "bureau"])
      .orderBy("name")
      .orderBy("id")
      .limit(query.limit + 1);
    if (query.kind !== undefined) listed = listed.where("kind", "=", query.kind);
    if (query.town !== undefined) listed = listed.where("town", "=", query.town);
    if (query.state !== undefined) listed = listed.where("state", "=", query.state);
    if (query.q) {
      const words = `%${query.q.replace(/[\\%_]/g, "\\$&")}%`;
      const code = query.q.toUpperCase();
      listed = listed.where((where) => where.or([where("name", "like", words), where("uscc", "=", code)]));
    }
    if (after !== null)
      listed = listed.where((where) =>
        where(where.refTuple("name", "id"), ">", where.tuple(String(after[0]), String(after[1]))),
      );
    const rows = await listed.execute();
    return toPage(rows.map(withLabel), query.limit, (row) => [row.name, row.id]);
  },
});
