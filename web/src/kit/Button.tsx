import type { ComponentProps, MouseEventHandler, ReactElement, ReactNode } from "react";
import { Link } from "./Link.tsx";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./Icon.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

/** Other props go to the button element, so that a popup can use it as its trigger. */
interface ButtonProps extends Omit<ComponentProps<"button">, "onClick" | "type"> {
  children: ReactNode;
  variant?: ButtonVariant;
  /** Makes the button a link to this address. */
  to?: string;
  type?: "button" | "submit";
  onClick?: MouseEventHandler;
  disabled?: boolean;
  /** Pending: the button stays in place, says so and ignores clicks. */
  busy?: boolean;
  icon?: IconName;
  /** Takes the whole width. */
  block?: boolean;
  /** The key that does the same, shown to staff where there is a keyboard. */
  hotkey?: string;
  /** Required if the children don't name the action. */
  label?: string;
  className?: string;
}

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep",
  secondary: "border-line-strong bg-sheet text-ink hover:border-accent hover:text-accent",
  // Without a frame, the text aligns with the text above.
  quiet: "border-transparent bg-transparent text-accent first:-ml-4 hover:bg-accent-soft in-[.staff]:first:-ml-3",
  danger: "border-refuse bg-sheet text-refuse hover:bg-refuse-soft",
};

/** A button named by its action. `to` makes it a link that looks the same. */
export function Button(props: ButtonProps): ReactElement {
  const {
    variant = "primary",
    to,
    type = "button",
    disabled = false,
    busy = false,
    block = false,
    icon,
    hotkey,
    label,
    onClick,
    children,
    ...rest
  } = props;
  const className = cx(
    "inline-flex min-h-(--touch) items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-center text-base font-medium",
    "transition-colors duration-100 in-[td]:whitespace-nowrap in-[.staff]:px-3 in-[.staff]:py-0.5",
    disabled ? "cursor-not-allowed border-line bg-paper-deep text-ink-3" : variants[variant],
    block && "w-full",
    busy && "cursor-progress",
    rest.className,
  );
  const content = (
    <>
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {hotkey !== undefined && (
        <kbd
          aria-hidden
          className="ml-1 rounded-sm border border-current px-1 font-mono text-xs leading-tight opacity-75 max-sm:hidden pointer-coarse:hidden"
        >
          {hotkey}
        </kbd>
      )}
    </>
  );
  const name = label === undefined ? {} : { "aria-label": label };
  if (to !== undefined && !disabled) {
    return (
      <Link to={to} className={className} {...name} {...(onClick ? { onClick } : {})}>
        {content}
      </Link>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      className={className}
      disabled={disabled}
      aria-busy={busy}
      {...name}
      {...(hotkey === undefined ? {} : { "aria-keyshortcuts": hotkey })}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {content}
    </button>
  );
}

function Spinner(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" width="1.1em" height="1.1em" aria-hidden className="shrink-0 animate-spin">
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.5" opacity="0.3" />
      <path d="M20.5 12A8.5 8.5 0 0 0 12 3.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
