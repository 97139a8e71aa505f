import { county } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { useSession } from "../api/session.ts";
import { publicNav } from "./public-nav.ts";
import { Button } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import { Icon } from "../kit/Icon.tsx";
import { Logo } from "../kit/Logo.tsx";
import { ViewSwitch } from "../kit/ViewSwitch.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { PublicFooter } from "./PublicFooter.tsx";
import { signInAddress } from "./return-address.ts";
import { SkipLink } from "./SkipLink.tsx";

/** Header and footer of the public pages. */
export function PublicShell(): ReactElement {
  const { product, region } = county();
  const location = useLocation();
  const session = useSession();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const open = openedAt === location.pathname;
  const account = session.data?.account ?? null;
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <header data-shell className="border-b border-line bg-sheet">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 sm:px-6 sm:py-2.5">
          <Link to="/" aria-label={`${product.name}首页`} className="flex min-h-(--touch) items-center">
            <Logo />
          </Link>
          <span className="hidden border-l border-line pl-3 text-sm text-ink-2 md:inline">
            {region.name} · {product.title}
          </span>
          <div className="ml-auto flex items-center gap-1 sm:gap-3">
            <ViewSwitch />
            {account === null ? (
              <Button variant="secondary" className="max-sm:px-2.5" to={signInAddress(location)}>
                登录
              </Button>
            ) : (
              <span className="hidden sm:block">
                <AccountMenu account={account} />
              </span>
            )}
            <button
              type="button"
              aria-expanded={open}
              aria-controls="public-nav"
              onClick={() => setOpenedAt(open ? null : location.pathname)}
              className="-mr-2 grid min-h-(--touch) min-w-(--touch) place-items-center rounded-md lg:hidden"
            >
              <Icon name={open ? "cross" : "menu"} label={open ? "收起菜单" : "打开菜单"} />
            </button>
          </div>
        </div>
        <nav
          id="public-nav"
          aria-label="主菜单"
          className={cx("mx-auto max-w-6xl px-4 pb-3 sm:px-6 lg:block lg:pb-0", !open && "max-lg:hidden")}
        >
          <ul className="grid grid-cols-2 gap-x-6 sm:grid-cols-3 lg:flex lg:gap-x-8">
            {publicNav.map((item) => (
              <li key={item.to}>
                <NavLink
                  to={item.to}
                  className={({ isActive }) =>
                    cx(
                      "flex min-h-(--touch) items-center border-b-2 py-1 whitespace-nowrap",
                      isActive
                        ? "border-accent font-semibold text-accent"
                        : "border-transparent text-ink hover:text-accent",
                    )
                  }
                >
                  {item.title}
                </NavLink>
              </li>
            ))}
          </ul>
          {account !== null && (
            <div className="mt-3 border-t border-line pt-3 sm:hidden">
              <AccountMenu account={account} />
            </div>
          )}
        </nav>
      </header>
      <main id="main" className="flex-1">
        <Outlet />
      </main>
      <PublicFooter />
    </div>
  );
}
