/**
 * `admin create-admin [USERNAME [NAME [REGION]]]`: creates the first administrator's account. The generated password is shown once
 * and must be changed at the first sign-in.
 */
import { county } from "@jinengtong/county";
import { Pool } from "pg";
import { createAccount, generatePassword } from "../access/index.ts";
import { writeAudit } from "../kernel/audit.ts";
import { inTransaction } from "../kernel/context.ts";
import { migrate } from "../kernel/migrate.ts";
import type { Services } from "../kernel/services.ts";
import { createServices } from "../platform.ts";
import { withDatabase } from "./connection.ts";

export interface NewAdmin {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** Creates the account, with its row in the audit log. */
export async function createAdmin(
  services: Services,
  given: { username: string; name: string; region: string },
): Promise<NewAdmin> {
  const password = generatePassword();
  const id = await inTransaction(services, async (context) => {
    const account = await createAccount(context.db, { ...given, role: "admin", password, mustChangePassword: true });
    context.audit({ kind: "account", id: account, region: given.region });
    await writeAudit(context, "admin create-admin");
    return account;
  });
  return { id, username: given.username, password };
}

/** Runs the verb. Migrates first, since the platform may not have started on this database yet. */
export async function run(args: readonly string[]): Promise<number> {
  const [username = "admin", name = "系统管理员", region, ...rest] = args;
  if (rest.length > 0 || !/^[A-Za-z][\w.-]{1,63}$/.test(username)) {
    throw new Error(
      "用法：npm run --silent admin -- create-admin [用户名 [姓名 [辖区代码]]]；用户名以字母开头，由字母、数字、点、横线组成",
    );
  }
  return withDatabase(async (url, config) => {
    const owner = new Pool({ connectionString: url, max: 2 });
    owner.on("error", () => undefined);
    await migrate(owner).finally(() => owner.end());
    const services = await createServices(config, url);
    try {
      console.log(
        JSON.stringify(await createAdmin(services, { username, name, region: region ?? county().region.code })),
      );
      console.error("密码只显示这一次，首次登录时须修改。");
      return 0;
    } catch (error) {
      if (error instanceof Error && "constraint" in error && error.constraint === "account_username_key") {
        throw new Error(`用户名 ${username} 已被使用，请换一个`, { cause: error });
      }
      throw error;
    } finally {
      await services.database.destroy();
    }
  });
}
