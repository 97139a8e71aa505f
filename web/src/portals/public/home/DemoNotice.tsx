import type { ReactElement } from "react";
import { Link } from "react-router";

const accounts = [
  { name: "learner", who: "学员" },
  { name: "institution", who: "培训机构" },
  { name: "reviewer1", who: "人社审核" },
  { name: "finance1", who: "财政" },
  { name: "auditor", who: "审计" },
] as const;

/** Notice that everything here is sample data, with accounts to sign in with. */
export function DemoNotice(): ReactElement {
  return (
    <aside aria-label="示例数据" className="border-b border-line bg-paper-deep text-sm">
      <div className="mx-auto flex max-w-6xl flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-2.5 sm:px-6">
        <p>
          <strong className="font-semibold">示例数据</strong>：人物、机构和金额都是编的。想试哪个角色，就用哪个账号
          <Link to="/sign-in" className="mx-1 text-accent underline underline-offset-4">
            登录
          </Link>
          ，密码都是 <code className="font-mono">Shili-2026-peixun</code>
        </p>
        <ul className="flex flex-wrap gap-x-4 text-ink-2">
          {accounts.map((account) => (
            <li key={account.name}>
              {account.who} <code className="font-mono text-ink">{account.name}</code>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
