import type { Context } from "../../kernel/context.ts";
import type { Choices } from "./mail-kinds.ts";

export interface OwnAddress {
  id: string;
  address_masked: string;
  confirmed_at: Date | null;
  expires_at: Date;
  choices: Choices;
}

/** The actor's newest address, confirmed or waiting for its code. */
export const ownAddress = ({ db, actor }: Context): Promise<OwnAddress | undefined> =>
  db
    .selectFrom("mail_address")
    .select(["id", "address_masked", "confirmed_at", "expires_at", "choices"])
    .where("account_id", "=", actor.accountId)
    .where("removed_at", "is", null)
    .orderBy("asked_at", "desc")
    .limit(1)
    .executeTakeFirst();

/** The actor's address in force. */
export const addressInForce = ({ db, actor }: Context): Promise<OwnAddress | undefined> =>
  db
    .selectFrom("mail_address")
    .select(["id", "address_masked", "confirmed_at", "expires_at", "choices"])
    .where("account_id", "=", actor.accountId)
    .where("confirmed_at", "is not", null)
    .where("removed_at", "is", null)
    .executeTakeFirst();

/** `z***@example.cn`: enough to recognise one's own. */
export const maskAddress = (address: string): string => address.replace(/^(.)[^@]*/u, "$1***");
