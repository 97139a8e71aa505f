import type { ReactElement, ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { useSession, type Account } from "../api/session.ts";
import { Button } from "../kit/Button.tsx";
import { ErrorNotice } from "../kit/ErrorNotice.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { signInAddress } from "./return-address.ts";
import { roles, type Role } from "./roles.ts";

interface RequireRoleProps {
  roles: readonly Role[];
  children: (account: Account) => ReactNode;
}

/** Admits accounts with one of the roles; asks others to sign in, or points to their own pages. */
export function RequireRole({ roles: allowed, children }: RequireRoleProps): ReactElement {
  const location = useLocation();
  const session = useSession();
  if (session.error) {
    return (
      <main className="mx-auto max-w-2xl p-6">
        <ErrorNotice error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data === undefined) {
    return (
      <main className="mx-auto max-w-2xl p-6">
        <Skeleton />
      </main>
    );
  }
  const { account } = session.data;
  if (account === null) return <Navigate to={signInAddress(location)} replace />;
  if (account.mustChangePassword && location.pathname !== "/password") return <Navigate to="/password" replace />;
  if (!allowed.includes(account.role)) {
    const own = roles[account.role];
    return (
      <main className="mx-auto max-w-2xl p-6">
        <Notice tone="turn" title="这里不是您的页面" action={<Button to={own.home}>去{own.title}首页</Button>}>
          您以「{own.title}」的身份登录，没有查看这个页面的权限。如需办理，请换用有权限的账号登录。
        </Notice>
      </main>
    );
  }
  return <>{children(account)}</>;
}
