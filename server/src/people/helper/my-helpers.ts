import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { Act, actsOf } from "../stand-in/acts.ts";
import { Relation, RELATIONS } from "./helper-rows.ts";

const Line = z.object({
  id: Id,
  name: z.string(),
  relation: Relation,
  relationLabel: z.string(),
  namedAt: Instant,
  endedAt: Instant.nullable(),
  acts: z.array(Act),
});

/** Relatives who may help somebody, and those whom they help, with what was done; ended ones stay to be read. */
export const myHelpers = operation({
  method: "GET",
  path: "/api/v1/me/helpers",
  summary: "可帮办的亲属",
  permission: { roles: ["learner"] },
  output: z.object({
    helpers: z.array(Line).describe("可以帮我办的"),
    helping: z.array(Line).describe("请我帮办的"),
  }),
  async run({ db, actor }) {
    const personId = actor.personId ?? "";
    const rows = await db
      .selectFrom("person_helper as h")
      .innerJoin("person as p", "p.id", "h.person_id")
      .innerJoin("person as k", "k.id", "h.helper_id")
      .selectAll("h")
      .select(["p.name as person_name", "k.name as helper_name"])
      .where((e) => e.or([e("h.person_id", "=", personId), e("h.helper_id", "=", personId)]))
      .orderBy("h.named_at", "desc")
      .limit(100)
      .execute();
    const acts = await actsOf(db, { column: "helping_id", ids: rows.map(({ id }) => id) });
    const line = (row: (typeof rows)[number], name: string) => ({
      id: row.id,
      name,
      relation: row.relation,
      relationLabel: RELATIONS[row.relation],
      namedAt: row.named_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      acts: acts.get(row.id) ?? [],
    });
    return {
      helpers: rows.filter((row) => row.person_id === personId).map((row) => line(row, row.helper_name)),
      helping: rows
        .filter((row) => row.helper_id === personId && row.ended_at === null)
        .map((row) => line(row, row.person_name)),
    };
  },
});
