import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { ThemeSwitch } from "../kit/ThemeSwitch.tsx";
import { HumanContact } from "./HumanContact.tsx";
import { publicNav } from "./public-nav.ts";

/** Footer: what the site is, who is responsible, and its pages again. */
export function PublicFooter(): ReactElement {
  const { product } = county();
  return (
    <footer data-shell className="mt-12 border-t border-line bg-paper-deep text-sm">
      <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:px-6 md:grid-cols-[2fr_3fr]">
        <div className="grid content-start gap-2">
          <p className="text-base font-semibold tracking-[0.12em]">{product.name}</p>
          <p className="max-w-[26em] text-ink-2">
            学的每一课时、考的每一次试、领的每一元补贴，都有据可查。对结果有疑问，可以在线提出异议，由主管部门限时答复。
          </p>
          <HumanContact help="/help" />
          <ThemeSwitch />
        </div>
        <nav aria-label="页脚" className="grid grid-cols-2 gap-x-6 sm:grid-cols-3">
          {publicNav.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              className="flex min-h-(--touch) items-center underline-offset-4 hover:underline md:min-h-9 large:min-h-(--touch)"
            >
              {item.title}
            </Link>
          ))}
          <Link
            to="/contact"
            className="flex min-h-(--touch) items-center underline-offset-4 hover:underline md:min-h-9 large:min-h-(--touch)"
          >
            联系我们
          </Link>
          <Link
            to="/sign-in"
            className="flex min-h-(--touch) items-center underline-offset-4 hover:underline md:min-h-9 large:min-h-(--touch)"
          >
            单位与工作人员登录
          </Link>
        </nav>
      </div>
    </footer>
  );
}
