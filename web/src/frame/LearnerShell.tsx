import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { Button } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import { Icon, type IconName } from "../kit/Icon.tsx";
import { Logo, LogoMark } from "../kit/Logo.tsx";
import { useElder } from "../kit/use-elder.ts";
import { ViewSwitch } from "../kit/ViewSwitch.tsx";
import { Kept } from "./Kept.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { HumanContact } from "./HumanContact.tsx";
import { RequireRole } from "./RequireRole.tsx";
import { SkipLink } from "./SkipLink.tsx";

const tabs: { to: string; title: string; icon: IconName }[] = [
  { to: "/my", title: "首页", icon: "home" },
  { to: "/my/classes", title: "班级", icon: "class" },
  { to: "/my/claims", title: "补贴", icon: "claim" },
  { to: "/my/me", title: "我的", icon: "person" },
];

/** Shell of the learner's pages: four tabs at the bottom; on wide screens at the top. 长辈版 has none, and a way home instead. */
export function LearnerShell(): ReactElement {
  const [elder] = useElder();
  const { pathname } = useLocation();
  return (
    <RequireRole roles={["learner"]}>
      {(account) => (
        <div className="flex min-h-screen flex-col">
          <SkipLink />
          <Kept />
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
              <nav aria-label="我的页面" className={cx("ml-6 hidden gap-8", !elder && "md:flex")}>
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
                {!elder && <ViewSwitch />}
                <AccountMenu account={account} />
              </div>
            </div>
          </header>
          <main id="main" className="flex-1 pb-8">
            <Outlet />
            {elder && pathname !== "/my" && (
              <div className="mx-auto max-w-3xl px-4 py-6" data-aloud="skip">
                <Button block variant="secondary" icon="home" to="/my">
                  回首页
                </Button>
              </div>
            )}
          </main>
          <footer data-shell className={cx("border-t border-line md:pb-4", elder ? "pb-4" : "pb-24")}>
            <div className="mx-auto max-w-6xl px-4 py-3 sm:px-6">
              <HumanContact region={account.region} help="/my/help" />
            </div>
          </footer>
          {!elder && <TabBar />}
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
  "helpers",
  "helping",
  "contact",
  "payee",
  "security",
  "file",
  "certificates",
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
