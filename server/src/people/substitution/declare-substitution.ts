import { addMonths, samePersonName } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id } from "../../kernel/shapes.ts";
import { requireConsents } from "../consent/consents.ts";
import { requireOwnEvidence } from "../fact/own-evidence.ts";
import { CitizenIdNumber, citizenIdHash, PersonName } from "../identity/identity.ts";
import { notify } from "../message/notify.ts";
import { Proof, Relation, RELATIONS } from "./substitution-rows.ts";

/** Longer than any class; a new period is declared and confirmed anew. */
const MOST_YEARS = 3;

/**
 * `POST /api/v1/me/substitutions`: a person declares that they train in a relative's place, who they are to each other, and the proof.
 * The relative is told; which groups they belong to is read from their own record.
 */
export const declareSubstitution = operation({
  method: "POST",
  path: "/api/v1/me/substitutions",
  summary: "申报替亲属参加培训",
  permission: { roles: ["learner"] },
  perMinute: 6,
  body: z
    .strictObject({
      principalName: PersonName,
      principalCitizenId: CitizenIdNumber,
      relation: Relation.describe("我是对方的什么人；只认配偶、父母、子女"),
      proof: Proof,
      evidenceFileId: Id,
      validFrom: CivilDate,
      validTo: CivilDate,
    })
    .refine(({ validFrom, validTo }) => validTo >= validFrom, {
      message: "截止日期不能早于开始日期",
      path: ["validTo"],
    })
    .refine(({ validFrom, validTo }) => validTo < addMonths(validFrom, 12 * MOST_YEARS), {
      message: `一次最多申报 ${MOST_YEARS} 年`,
      path: ["validTo"],
    }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    await requireConsents(context, personId);
    await requireOwnEvidence(context, [body.evidenceFileId]);
    const own = await context.db
      .selectFrom("person")
      .select(["town", "name"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const principalId = await knownPerson(context, body.principalName, body.principalCitizenId);
    if (principalId === personId)
      throw unacceptable("principal-is-self", "对方的身份证号是您自己的。请填您所代替的那位亲属的身份证号。", [
        { pointer: "/principalCitizenId", detail: "请填亲属的身份证号" },
      ]);
    const running = await sql<{ from: string; to: string; own: boolean }>`
      select valid_from as "from", valid_to as "to", person_id = ${personId} as own from substitution
      where principal_id = ${principalId} and state in ('declared', 'confirmed', 'ended')
        and daterange(valid_from, valid_to, '[]') && daterange(${body.validFrom}::date, ${body.validTo}::date, '[]') limit 1`.execute(
      context.db,
    );
    const [taken] = running.rows;
    if (taken)
      throw conflict(
        "principal-substituted",
        `${taken.from} 至 ${taken.to} ${taken.own ? "您" : "已有另一位亲属"}替这位亲属参加培训，同一时间只能由一人代替。请核对，或申报这以后的日期。`,
      );
    const row = await context.db
      .insertInto("substitution")
      .values({
        person_id: personId,
        principal_id: principalId,
        relation: body.relation,
        proof: body.proof,
        evidence_file_id: body.evidenceFileId,
        valid_from: body.validFrom,
        valid_to: body.validTo,
        declared_by: context.actor.accountId,
        decided_by: null,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notify(
      context,
      principalId,
      "substitution-declared",
      `您的${RELATIONS[body.relation]}${own.name}申报在 ${body.validFrom} 至 ${body.validTo} 替您参加职业技能培训。用掉的补贴次数算您的。请登录，在“替亲属参加培训”里同意或不同意；不会上网的，可以到主管部门签同意书。您没有同意，不会确认。`,
    );
    context.audit({ kind: "substitution", id: row.id, detail: { relation: body.relation } });
    return { id: row.id };
  },
});

/**
 * The record of the relative, who must be known to an office already: nobody writes a record about another person at home, where a
 * wrong name would keep its owner from registering. An unknown number and a wrong name are refused alike.
 */
async function knownPerson(context: Context, name: string, citizenId: string): Promise<string> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from identified_person where hash = ${citizenIdHash(context.services.sealer, citizenId)}`.execute(
    context.db,
  );
  const [person] = found.rows;
  if (person !== undefined && samePersonName(person.name, name)) return person.id;
  throw unacceptable(
    "principal-unknown",
    "没有找到这位亲属的档案：姓名或身份证号与登记的不一致，或者还没有登记过。请核对；没有登记过的，请亲属本人先注册，或到主管部门登记人群类别后再申报。",
    [{ pointer: "/principalCitizenId", detail: "与登记的不一致，或还没有登记" }],
  );
}
