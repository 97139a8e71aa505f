import { createContext, useCallback, useContext, useState, type ReactElement, type ReactNode } from "react";
import { cx } from "./cx.ts";
import { StatusShape } from "./StatusMark.tsx";

type Tell = (message: string, tone?: "done" | "refused") => void;

const ToastContext = createContext<Tell>(() => undefined);

/** `tell("已提交初审")` shows a toast. Errors that need action belong in `ErrorNotice`. */
export function useToast(): Tell {
  return useContext(ToastContext);
}

interface Message {
  id: number;
  text: string;
  tone: "done" | "refused";
}

/** Container of the toasts, announced by screen readers. Once around the app. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const [messages, setMessages] = useState<Message[]>([]);
  const tell = useCallback<Tell>((text, tone = "done") => {
    const id = Date.now() + Math.random();
    setMessages((old) => [...old.slice(-2), { id, text, tone }]);
    setTimeout(() => setMessages((old) => old.filter((message) => message.id !== id)), 6000);
  }, []);
  return (
    <ToastContext value={tell}>
      {children}
      <div
        role="status"
        aria-live="polite"
        data-print="hide"
        className="pointer-events-none fixed inset-x-4 bottom-24 z-50 grid justify-items-center gap-2 sm:bottom-8"
      >
        {messages.map((message) => (
          <p
            key={message.id}
            className={cx(
              "flex max-w-[32rem] items-center gap-2.5 rounded-md px-4 py-3 text-on-accent shadow-float",
              message.tone === "done" ? "bg-ink" : "bg-refuse",
            )}
          >
            <StatusShape kind={message.tone === "done" ? "done" : "late"} />
            {message.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
