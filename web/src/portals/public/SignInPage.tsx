import { useDocumentTitle } from "../../kit/use-document-title.ts";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession, type Account } from "../../api/session.ts";
import { roles } from "../../frame/roles.ts";
import { safeReturn } from "../../frame/return-address.ts";
import { Button } from "../../kit/Button.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { PasswordForm } from "./sign-in/PasswordForm.tsx";
import { PhoneForm } from "./sign-in/PhoneForm.tsx";

/** Sign-in of citizens and staff; then returns to the previous page, or the account's home. */
export default function SignInPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const providers = useApi(api.identityProviders.list, {}, { staleTime: Infinity });
  const [way, setWay] = useState(search.get("way") === "phone" ? "phone" : "password");
  const [entered, setEntered] = useState(false);

  useDocumentTitle("登录");
  const back = safeReturn(search.get("return"));
  const account = session.data?.account ?? null;
  if (account !== null && !entered) return <Navigate to={back ?? roles[account.role].home} replace />;

  function enter(signedIn: Account): void {
    setEntered(true);
    void navigate(back ?? roles[signedIn.role].home, { replace: true });
  }
  const registration = back === null ? "/register" : `/register?return=${encodeURIComponent(back)}`;

  return (
    <div className="mx-auto max-w-5xl sm:px-6 sm:py-10 lg:py-16">
      <div className="grid overflow-hidden border-line bg-sheet sm:rounded-lg sm:border md:grid-cols-[6fr_5fr]">
        <div className="grid content-start gap-6 px-4 py-8 sm:p-10">
          <div>
            <h1 className="text-2xl font-semibold sm:text-3xl">登录</h1>
            <p className="mt-2 text-ink-2">
              {back === null ? "学员、企业、机构和工作人员都从这里登录。" : "登录后会回到您刚才的页面。"}
            </p>
          </div>
          <Tabs
            label="怎样登录"
            current={way}
            onChange={setWay}
            tabs={[
              { key: "password", title: "用密码" },
              { key: "phone", title: "用手机验证码" },
            ]}
          >
            <div className="pt-2">
              {way === "password" ? (
                <PasswordForm onEntered={enter} onPhone={() => setWay("phone")} />
              ) : (
                <PhoneForm onEntered={enter} />
              )}
            </div>
          </Tabs>
          {(providers.data?.rows.length ?? 0) > 0 && (
            <div className="grid gap-2 border-t border-line pt-5">
              <p className="text-sm text-ink-2">或者用您已有的账号：</p>
              {providers.data?.rows.map((one) => (
                <a
                  key={one.provider}
                  href={back === null ? one.startUrl : `${one.startUrl}?return=${encodeURIComponent(back)}`}
                  className="flex min-h-(--touch) items-center justify-center rounded-md border border-line-strong bg-sheet px-4 font-medium hover:border-accent hover:text-accent"
                >
                  用统一身份认证登录（{one.provider}）
                </a>
              ))}
            </div>
          )}
        </div>
        <aside className="flex flex-col gap-10 bg-brand px-4 py-8 text-on-brand sm:p-10">
          <p className="text-xl leading-relaxed font-semibold max-md:hidden">
            学的每一课时、
            <br />
            考的每一次试、
            <br />
            领的每一元补贴，
            <br />
            都有据可查。
          </p>
          <div className="mt-auto grid content-start gap-3">
            <h2 className="text-lg font-semibold">第一次来？</h2>
            <p>用本人身份证号和手机号实名注册，就可以报班、领补贴。不用注册也能查补贴、找培训班、验证书。</p>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <Button variant="secondary" to={registration}>
                实名注册
              </Button>
              <Link to="/benefits" className="flex min-h-(--touch) items-center underline underline-offset-4">
                先看看能领什么
              </Link>
            </div>
          </div>
        </aside>
      </div>
    </div>
  );
}
