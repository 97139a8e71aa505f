import { county } from "@jinengtong/county";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { ByList, ListName, ListRow } from "./lists.ts";
import { findVersion, rowsOf, Version } from "./versions.ts";

/** Version of a county's list; default is the one in force today. */
export const WhichVersion = z.object({
  region: z
    .string()
    .regex(/^\d{6}$/)
    .default(() => county().region.code),
  version: z.coerce.number().int().min(1).optional(),
  on: CivilDate.optional(),
});

/** A published list, for anyone. A version never changes, so its digest is its ETag. */
export const readList = operation({
  method: "GET",
  path: "/api/v1/catalogue/:list",
  summary: "查看目录",
  permission: { public: true },
  params: ByList,
  query: WhichVersion,
  output: z.object({ list: ListName, region: z.string(), version: Version, rows: z.array(ListRow) }),
  async run(context, { params, query }) {
    const version = await findVersion(context, params.list, query.region, query);
    context.replyHeaders.push(["etag", `"${version.digest}"`], ["cache-control", "public, max-age=60"]);
    return {
      list: params.list,
      region: query.region,
      version,
      rows: await rowsOf(context.db, params.list, version.id),
    };
  },
});
