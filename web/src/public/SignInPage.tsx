import { useState, type ReactElement } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { useApi } from "../api/hooks.ts";
import { useSession, type Account } from "../api/session.ts";
import { roles } from "../shell/roles.ts";
import { safeReturn } from "../shell/return-address.ts";
import { Button } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { PasswordForm } from "./sign-in/PasswordForm.tsx";
import { PhoneForm } from "./sign-in/PhoneForm.tsx";

/** One door for citizens and staff; afterwards everybody is where they were, or at their own home. */
export default function SignInPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const providers = useApi("GET /api/v1/oidc", {}, { staleTime: Infinity });
  const [way, setWay] = useState("password");
  const [entered, setEntered] = useState(false);

  const back = safeReturn(search.get("return"));
  const account = session.data?.account ?? null;
  if (account !== null && !entered) return <Navigate to={back ?? roles[account.role].home} replace />;

  function enter(signedIn: Account): void {
    setEntered(true);
    void navigate(back ?? roles[signedIn.role].home, { replace: true });
  }
  const registration = back === null ? "/register" : `/register?return=${encodeURIComponent(back)}`;

  return (
    <Page
      title="登录"
      intro={back === null ? "学员、企业、机构和工作人员都从这里登录。" : "登录后会回到您刚才的页面。"}
    >
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-[minmax(0,26rem)_1fr]">
        <div className="grid content-start gap-6">
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
              {way === "password" ? <PasswordForm onEntered={enter} /> : <PhoneForm onEntered={enter} />}
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
        <aside className="grid content-start gap-3 border-line max-md:border-t max-md:pt-8 md:border-l md:pl-10">
          <h2 className="text-lg font-semibold">第一次来？</h2>
          <p className="text-ink-2">
            想学技能、领补贴，用本人身份证号和手机号实名注册就可以。不用注册也能查补贴、找培训班、验证书。
          </p>
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" to={registration}>
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
