/** `npm run --silent admin -- VERB`: administrators' commands, one file per verb. */

interface Verb {
  readonly usage: string;
  readonly does: string;
  readonly load: () => Promise<{ run: (args: readonly string[]) => Promise<number> }>;
}

const verbs: Record<string, Verb> = {
  "create-admin": {
    usage: "create-admin [用户名 [姓名 [辖区代码]]]",
    does: "建立管理员账号，显示一次性密码",
    load: () => import("./create-admin.ts"),
  },
  verify: {
    usage: "verify",
    does: "核对账目、审计链、学时与决定；有差异时退出码为 1",
    load: () => import("./verify.ts"),
  },
  backup: { usage: "backup 文件", does: "备份数据库和上传的文件（不含密钥）", load: () => import("./backup.ts") },
  restore: { usage: "restore 文件", does: "恢复到一个空的数据库", load: () => import("./restore.ts") },
  "rotate-keys": {
    usage: "rotate-keys [--add | --continue]",
    does: "更换个人信息加密密钥并重新加密；可中断后用 --continue 继续",
    load: () => import("./rotate-keys.ts"),
  },
  "export-policy": {
    usage: "export-policy 编号@版本 目录",
    does: "把平台内签发的政策版本写成政策目录的文件",
    load: () => import("./export-policy.ts"),
  },
  jobs: { usage: "jobs", does: "列出后台任务；有彻底失败的任务时退出码为 1", load: () => import("./jobs.ts") },
};

function help(): string {
  const lines = Object.values(verbs).map(({ usage, does }) => `  ${usage}\n      ${does}`);
  return ["用法：npm run --silent admin -- 命令", ...lines].join("\n");
}

async function main(): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) {
    console.error(name ? `没有“${name}”这个命令。\n${help()}` : help());
    return 2;
  }
  const { run } = await verb.load();
  return run(args);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
