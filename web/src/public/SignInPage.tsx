import { useState, type FormEvent, type ReactElement } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { useSession, useSignIn } from "../api/session.ts";
import { roles } from "../shell/roles.ts";
import { safeReturn } from "../shell/return-address.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Field } from "../ui/Field.tsx";
import { Input } from "../ui/Input.tsx";
import { Page } from "../ui/Page.tsx";

/** One door for citizens and staff; afterwards everybody is where they were, or at their own home. */
export default function SignInPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const signIn = useSignIn();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const back = safeReturn(search.get("return"));
  const account = session.data?.account ?? null;
  if (account !== null && !busy) return <Navigate to={back ?? roles[account.role].home} replace />;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const signedIn = await signIn(username.trim(), password);
      await navigate(back ?? roles[signedIn.role].home, { replace: true });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      title="登录"
      intro={back === null ? "学员、企业、机构和工作人员都从这里登录。" : "登录后会回到您刚才的页面。"}
    >
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-[minmax(0,26rem)_1fr]">
        <form className="grid content-start gap-5" onSubmit={(event) => void submit(event)}>
          <ErrorNotice error={error} fieldNames={{ "/username": "用户名", "/password": "密码" }} />
          <Field label="手机号或用户名">
            <Input
              value={username}
              onChange={setUsername}
              autoComplete="username"
              autoCapitalize="none"
              name="username"
            />
          </Field>
          <div>
            <Field label="密码">
              <Input
                type={visible ? "text" : "password"}
                value={password}
                onChange={setPassword}
                autoComplete="current-password"
                name="password"
              />
            </Field>
            <Checkbox plain checked={visible} onChange={setVisible}>
              显示密码
            </Checkbox>
          </div>
          <Button type="submit" block busy={busy} disabled={username.trim() === "" || password === ""}>
            登录
          </Button>
        </form>
        <aside className="grid content-start gap-3 border-line max-md:border-t max-md:pt-8 md:border-l md:pl-10">
          <h2 className="text-lg font-semibold">第一次来？</h2>
          <p className="text-ink-2">
            想学技能、领补贴，用本人身份证号和手机号实名注册就可以。不用注册也能查补贴、找培训班、验证书。
          </p>
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" to="/register">
              实名注册
            </Button>
            <Button variant="quiet" to="/benefits">
              先看看能领什么
            </Button>
          </div>
        </aside>
      </div>
    </Page>
  );
}
