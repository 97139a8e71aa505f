import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Notice } from "../../kit/Notice.tsx";

/** A secret that is shown once, with a copy button. */
export function ShownOnce({
  label,
  secret,
  children,
}: {
  label: string;
  secret: string;
  children: string;
}): ReactElement {
  const [copied, setCopied] = useState(false);
  return (
    <div className="grid gap-3">
      <div className="rounded-md border border-line-strong bg-paper p-4 text-center">
        <p className="text-sm text-ink-2">{label}</p>
        <p className="my-1 font-mono text-xl font-semibold break-all select-all" data-secret>
          {secret}
        </p>
        <Button variant="quiet" onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
          {copied ? "已复制" : "复制"}
        </Button>
      </div>
      <Notice tone="turn">{children}</Notice>
    </div>
  );
}
