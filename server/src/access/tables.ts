import type { ColumnType, Generated } from "kysely";
import type { Choices } from "./mail/mail-kinds.ts";
import type { Role } from "../kernel/actor.ts";

declare module "../kernel/database.ts" {
  interface Tables {
    account: {
      id: Generated<string>;
      username: string;
      name: string;
      role: Role;
      password_hash: string | null;
      person_id: string | null;
      organisation_id: string | null;
      region: string;
      state: Generated<"active" | "disabled">;
      must_change_password: Generated<boolean>;
      failed_attempts: Generated<number>;
      locked_until: Date | null;
      demo: Generated<boolean>;
      created_at: Generated<Date>;
      created_by: string | null;
    };
    /** Calls in a minute, by digest of operation and caller. */
    call_count: { minute: number; key: Buffer; calls: number };
    session: {
      id: Generated<string>;
      token_hash: Buffer;
      previous_token_hash: Buffer | null;
      account_id: string;
      csrf_token: string;
      user_agent: string | null;
      created_at: Generated<Date>;
      rotated_at: Generated<Date>;
      last_seen_at: Generated<Date>;
      expires_at: Date;
      revoked_at: Date | null;
    };
    organisation_token: {
      id: Generated<string>;
      account_id: string;
      name: string;
      token_hash: Buffer;
      scopes: string[];
      created_at: Generated<Date>;
      created_by: string;
      expires_at: Date;
      revoked_at: Date | null;
    };
    phone_code: {
      id: Generated<number>;
      phone_hash: Buffer;
      /** Hash of the address that asked; null before it was kept. */
      asked_from: Buffer | null;
      code_hash: Buffer;
      purpose: string;
      attempts: Generated<number>;
      created_at: Generated<Date>;
      expires_at: Date;
      used_at: Date | null;
    };
    mail_address: {
      id: string;
      account_id: string;
      address_sealed: Buffer;
      address_masked: string;
      code_hash: Buffer;
      attempts: Generated<number>;
      asked_at: Date;
      expires_at: Date;
      confirmed_at: ColumnType<Date | null, Date | null | undefined>;
      removed_at: ColumnType<Date | null, Date | null | undefined>;
      choices: ColumnType<Choices, string | undefined, string>;
      failures: Generated<number>;
      next_try_at: ColumnType<Date | null, Date | null | undefined>;
    };
    mail_sent: { address_id: string; message: string; at: Date };
    saved_view: {
      id: string;
      account_id: string;
      page: string;
      name: string;
      query_sealed: Buffer;
      saved_at: Date;
      removed_at: Date | null;
    };
    federated_identity: {
      issuer: string;
      subject: string;
      account_id: string;
      linked_at: Generated<Date>;
      unlinked_at: Date | null;
    };
  }
}
