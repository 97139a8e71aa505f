import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ByList } from "./lists.ts";
import { WhichVersion } from "./read-list.ts";
import { Version, versionsOf } from "./versions.ts";

/** Every version of a list that was ever published. */
export const listVersions = operation({
  method: "GET",
  path: "/api/v1/catalogue/:list/versions",
  summary: "目录的历次版本",
  permission: { public: true },
  params: ByList,
  query: WhichVersion.pick({ region: true }),
  output: z.object({ versions: z.array(Version) }),
  run: async (context, { params, query }) => ({ versions: await versionsOf(context.db, params.list, query.region) }),
});
