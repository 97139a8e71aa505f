import { parseCitizenId, parsePersonName, samePersonName } from "@jinengtong/standards";
import { z } from "zod";
import {
  accountOfIdentity,
  finishIdentityFlow,
  inOwnTransaction,
  linkIdentity,
  redirect,
  startSession,
  type VerifiedIdentity,
} from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { citizenIdHash } from "../identity/identity.ts";

const DOOR = "GET /api/v1/oidc/:provider/callback";

/**
 * `GET /api/v1/oidc/:provider/callback`: return from the identity service. A linked subject signs in; a citizen registered by real
 * name is found by the verified number and linked. Everybody else is sent to registration.
 */
export const oidcCallback = operation({
  method: "GET",
  path: "/api/v1/oidc/:provider/callback",
  summary: "统一身份认证返回",
  permission: { public: true },
  perMinute: 120,
  params: z.object({ provider: z.string().max(200) }),
  query: z.looseObject({}),
  output: fileOutput,
  async run(outer, { params, query }) {
    const identity = await finishIdentityFlow(outer, params.provider, query);
    if (!identity) return redirect("/sign-in?problem=identity-refused");
    const signedIn = await inOwnTransaction(outer, DOOR, async (context) => {
      const linked = await accountOfIdentity(context, identity);
      if (linked !== null && !(await isStill(context, linked, identity))) return false;
      const accountId = linked ?? (await linkCitizen(context, identity));
      if (accountId === null) return false;
      context.audit({ kind: "account", id: accountId, detail: { provider: params.provider } });
      await startSession(context, accountId);
      return true;
    });
    return redirect(signedIn ? identity.returnTo : "/sign-in?problem=identity-unknown");
  },
});

/** Services give subjects to other people: where one tells a number, it must still be that of the person whose account is linked. */
async function isStill(context: Context, accountId: string, identity: VerifiedIdentity): Promise<boolean> {
  const citizen = parseCitizenId(identity.citizenId ?? "", { on: context.today });
  if (!citizen.ok) return true;
  const person = await context.db
    .selectFrom("account")
    .innerJoin("person", "person.id", "account.person_id")
    .select("citizen_id_hash")
    .where("account.id", "=", accountId)
    .executeTakeFirst();
  return (
    person === undefined || citizenIdHash(context.services.sealer, citizen.value.number).equals(person.citizen_id_hash)
  );
}

/** Learner account of the citizen that the service identified, now linked; null without an account, or if the names differ. */
async function linkCitizen(context: Context, identity: VerifiedIdentity): Promise<string | null> {
  const citizen = parseCitizenId(identity.citizenId ?? "", { on: context.today });
  const name = parsePersonName(identity.name ?? "");
  if (!citizen.ok || !name.ok) return null;
  const row = await context.db
    .selectFrom("person")
    .innerJoin("account", "account.person_id", "person.id")
    .select(["account.id", "person.name"])
    .where("person.citizen_id_hash", "=", citizenIdHash(context.services.sealer, citizen.value.number))
    .where("person.joined_into", "is", null)
    .where("account.state", "=", "active")
    .executeTakeFirst();
  if (row === undefined || !samePersonName(row.name, name.value)) return null;
  await linkIdentity(context, identity, row.id);
  return row.id;
}
