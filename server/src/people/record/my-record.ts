import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { Instant } from "../../kernel/shapes.ts";
import { CONSENT_PURPOSES, consentsOf } from "../consent/consents.ts";
import { DataAccess, dataAccessPage } from "../privacy/data-access-rows.ts";
import { FactRow, factsOf } from "../fact/fact-rows.ts";
import { GroupRow, groupsOf } from "../group/group-rows.ts";
import { PayeeAccount, payeeAccountsOf } from "../payee/payee.ts";
import { MaskedPerson, maskedPerson } from "../identity/person-view.ts";

const Consent = z.strictObject({
  purpose: z.string(),
  label: z.string(),
  version: z.string(),
  given: z.boolean(),
  at: Instant,
});
const labels: Readonly<Record<string, string>> = CONSENT_PURPOSES;

/** `GET /api/v1/me/record`: everything stored about a person's identity, and who unmasked it. */
export const myRecord = operation({
  method: "GET",
  path: "/api/v1/me/record",
  summary: "我的实名档案",
  permission: { roles: ["learner"] },
  behalf: ["record", "register"],
  output: z.strictObject({
    person: MaskedPerson.extend({ education: z.string().nullable() }),
    groups: z.array(GroupRow),
    facts: z.array(FactRow),
    consents: z.array(Consent),
    payeeAccount: PayeeAccount.nullable(),
    dataAccesses: z.array(DataAccess).describe("最近 200 次查看"),
  }),
  async run(context) {
    const { db, actor } = context;
    const personId = actor.personId ?? "";
    const person = await maskedPerson(db, personId);
    if (!person) throw notFound("您的实名档案");
    const [education, groups, facts, consents, accounts, accesses] = await Promise.all([
      db.selectFrom("person").select("education").where("id", "=", personId).executeTakeFirstOrThrow(),
      groupsOf(db, personId),
      factsOf(db, personId),
      consentsOf(context, personId),
      payeeAccountsOf(db, { personId }),
      dataAccessPage(context, { personId }, { sort: "-at", limit: 200 }),
    ]);
    return {
      person: { ...person, ...education },
      groups,
      facts,
      consents: consents.map((consent) => ({
        ...consent,
        label: labels[consent.purpose] ?? consent.purpose,
        at: consent.at.toISOString(),
      })),
      payeeAccount: accounts.find((account) => account.until === null) ?? null,
      dataAccesses: accesses.rows,
    };
  },
});
