import { useEffect, useRef, useState, type ReactElement } from "react";
import { Link, useNavigate } from "react-router";
import { NetworkError } from "../api/problem.ts";
import { useSignOut, type Account } from "../api/session.ts";
import { dropAllDrafts } from "../kit/draft-store.ts";
import { Icon } from "../kit/Icon.tsx";
import { ThemeSwitch } from "../kit/ThemeSwitch.tsx";
import { useToast } from "../kit/Toast.tsx";
import { roles } from "./roles.ts";

const itemClass = "flex min-h-(--touch) w-full items-center gap-3 px-4 py-1.5 text-left hover:bg-paper";

/** Menu of the signed-in account: home and sign-out. */
export function AccountMenu({ account }: { account: Account }): ReactElement {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const tell = useToast();

  useEffect(() => {
    if (!open) return undefined;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !box.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    addEventListener("pointerdown", close);
    addEventListener("keydown", close);
    return () => {
      removeEventListener("pointerdown", close);
      removeEventListener("keydown", close);
    };
  }, [open]);

  async function leave(): Promise<void> {
    try {
      await signOut();
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      tell("没有连上网络，还没有退出。存在这台设备上的内容已经删掉，连上网络后请再退一次。");
      return;
    }
    // Clears drafts: a shared phone must not show them to the next person.
    dropAllDrafts(localStorage);
    await navigate("/");
  }

  const role = roles[account.role];
  return (
    <div ref={box} className="relative">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-(--touch) items-center gap-1.5 rounded-md px-2 hover:bg-paper-deep"
      >
        <Icon name="person" />
        <span className="max-w-[7em] truncate">{account.name}</span>
        <Icon name="down" size="0.8em" />
      </button>
      {open && (
        <div className="absolute right-0 z-40 mt-1 w-[16rem] max-w-[80vw] rounded-lg border border-line bg-sheet py-2 shadow-float">
          <p className="px-4 pb-2 text-sm text-ink-2">
            {role.title}
            {account.organisationName !== null && <span className="block text-ink">{account.organisationName}</span>}
          </p>
          <Link to={role.home} className={itemClass} onClick={() => setOpen(false)}>
            <Icon name="home" className="text-ink-3" />
            我的首页
          </Link>
          <Link to="/password" className={itemClass} onClick={() => setOpen(false)}>
            <Icon name="lock" className="text-ink-3" />
            修改密码
          </Link>
          <div className="border-y border-line px-1.5">
            <ThemeSwitch />
          </div>
          <button type="button" className={itemClass} onClick={() => void leave()}>
            <Icon name="exit" className="text-ink-3" />
            退出登录
          </button>
        </div>
      )}
    </div>
  );
}
