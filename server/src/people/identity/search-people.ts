import { foldPersonName } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { decodeCursor, PageQuery, pageOf, toPage } from "../../kernel/shapes.ts";
import { CitizenIdNumber, citizenIdHash, Mobile, phoneHash } from "./identity.ts";
import { MaskedPerson, maskedColumns } from "./person-view.ts";

/**
 * `POST /api/v1/people/search`: finds people of the region by exact identity number, exact phone, or start of the name. A POST, so
 * that no number appears in an address that proxies log.
 */
export const searchPeople = operation({
  method: "POST",
  path: "/api/v1/people/search",
  summary: "查找人员",
  permission: { roles: ["reviewer", "department", "finance", "auditor"] },
  creates: false,
  body: z
    .strictObject({
      citizenId: CitizenIdNumber.optional(),
      phone: Mobile.optional(),
      name: z.string().trim().min(1, "请输入姓名").max(50).optional().describe("姓名开头"),
      cursor: PageQuery.shape.cursor,
      limit: z.number().int().min(1).max(200).default(50),
    })
    .refine((body) => [body.citizenId, body.phone, body.name].filter((part) => part !== undefined).length === 1, {
      message: "请按身份号码、手机号或姓名三者之一查找",
    }),
  output: pageOf(MaskedPerson),
  async run({ db, services, actor }, { body }) {
    const after = decodeCursor(body.cursor, 1);
    let query = db
      .selectFrom("person")
      .select(maskedColumns)
      .where("town", "like", `${actor.region}%`)
      .where("joined_into", "is", null)
      .orderBy("number")
      .limit(body.limit + 1);
    if (body.citizenId !== undefined)
      query = query.where(
        "person.id",
        "in",
        db
          .selectFrom("identified_person")
          .select("id")
          .where("hash", "=", citizenIdHash(services.sealer, body.citizenId)),
      );
    if (body.phone !== undefined) query = query.where("phone_hash", "=", phoneHash(services.sealer, body.phone));
    if (body.name !== undefined) {
      const start = `${foldPersonName(body.name).replace(/[\\%_]/g, "\\$&")}%`;
      // The index serves `like`; only Latin names are written in two cases.
      query = query.where("name", /\p{Script=Latin}/u.test(start) ? "ilike" : "like", start);
    }
    if (after !== null) query = query.where("number", ">", Number(after[0]));
    return toPage(await query.execute(), body.limit, (row) => [row.number]);
  },
});
