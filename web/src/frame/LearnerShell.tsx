import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { cx } from "../kit/cx.ts";
import { Icon, type IconName } from "../kit/Icon.tsx";
import { Logo, LogoMark } from "../kit/Logo.tsx";
import { ViewSwitch } from "../kit/ViewSwitch.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { RequireRole } from "./RequireRole.tsx";
import { SkipLink } from "./SkipLink.tsx";

const tabs: { to: string; title: string; icon: IconName }[] = [
  { to: "/my", title: "首页", icon: "home" },
  { to: "/my/classes", title: "班级", icon: "class" },
  { to: "/my/claims", title: "补贴", icon: "claim" },
  { to: "/my/me", title: "我的", icon: "person" },
];

/** Shell of the learner's pages: four tabs at the bottom; on wide screens at the top. */
export function LearnerShell(): ReactElement {
  return (
    <RequireRole roles={["learner"]}>
      {(account) => (
        <div className="flex min-h-screen flex-col">
          <SkipLink />
          <header data-shell className="border-b border-line bg-sheet">
            <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 px-4 py-1 sm:px-6 sm:py-2">
              <Link
                to="/"
                aria-label={`${county().product.name}公共首页`}
                className="flex min-h-(--touch) min-w-(--touch) items-center"
              >
                <span className="sm:hidden">
                  <LogoMark size={32} />
                </span>
                <span className="max-sm:hidden">
                  <Logo size={28} />
                </span>
              </Link>
              <nav aria-label="我的页面" className="ml-6 hidden gap-8 md:flex">
                {tabs.map((tab) => (
                  <NavLink
                    key={tab.to}
                    to={tab.to}
                    end={tab.to === "/my"}
                    className={({ isActive }) =>
                      cx(
                        "flex min-h-(--touch) items-center border-b-2",
                        isActive ? "border-accent font-semibold text-accent" : "border-transparent hover:text-accent",
                      )
                    }
                  >
                    {tab.title}
                  </NavLink>
                ))}
              </nav>
              <div className="ml-auto flex flex-wrap items-center justify-end gap-1 sm:gap-3">
                <Link
                  to="/my/help"
                  className="flex min-h-(--touch) items-center px-2 hover:text-accent max-sm:sr-only max-sm:focus:not-sr-only"
                >
                  帮助
                </Link>
                <ViewSwitch />
                <AccountMenu account={account} />
              </div>
            </div>
          </header>
          <main id="main" className="flex-1 pb-24 md:pb-8">
            <Outlet />
          </main>
          <TabBar />
        </div>
      )}
    </RequireRole>
  );
}

/** Pages of 我的: the bar shows that tab on them. */
const MINE = [
  "messages",
  "help",
  "record",
  "groups",
  "consents",
  "looked",
  "contact",
  "payee",
  "security",
  "file",
  "declared",
  "degree",
];

function TabBar(): ReactElement {
  const { pathname } = useLocation();
  const isMine = MINE.includes(pathname.split("/")[2] ?? "");
  const isBenefits = pathname === "/my/entitlements";
  const isCurrent = (to: string, isActive: boolean): boolean =>
    isActive || (to === "/my/me" && isMine) || (to === "/my/claims" && isBenefits);
  return (
    <nav
      data-shell
      aria-label="我的页面"
      className="safe-bottom fixed inset-x-0 bottom-0 z-30 border-t border-line bg-sheet md:hidden"
    >
      <ul className="grid grid-cols-4">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.to === "/my"}
              className={({ isActive }) =>
                cx(
                  "-mt-px grid min-h-[56px] place-items-center content-center gap-0.5 border-t-2 text-xs",
                  isCurrent(tab.to, isActive)
                    ? "border-accent font-semibold text-accent"
                    : "border-transparent text-ink-2",
                )
              }
            >
              <Icon name={tab.icon} size={24} />
              {tab.title}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
