import { useState, type ReactElement } from "react";
import { ConfirmSheet } from "../ConfirmSheet.tsx";
import { Field } from "../Field.tsx";
import { RadioGroup } from "../RadioGroup.tsx";
import { TextArea } from "../TextArea.tsx";

interface UnmaskButtonProps {
  /** The masked value as it stands on the page: 519921********1234. */
  masked: string;
  /** 身份证号, 手机号. */
  what: string;
  /** Asks the server, which records who looked and why. */
  onUnmask: (purpose: string) => Promise<string>;
}

const purposes = [
  { value: "核对身份", label: "核对身份" },
  { value: "电话回访", label: "电话回访" },
  { value: "处理异议", label: "处理异议" },
  { value: "其他", label: "其他" },
] as const;

/** A masked value that can be shown for a stated purpose. The access is recorded, and the person sees it. */
export function UnmaskButton({ masked, what, onUnmask }: UnmaskButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<(typeof purposes)[number]["value"] | "">("");
  const [other, setOther] = useState("");
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const purpose = kind === "其他" ? other.trim() : kind;

  async function unmask(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      setShown(await onUnmask(purpose));
      setOpen(false);
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="num font-mono">{shown ?? masked}</span>
      <button
        type="button"
        onClick={() => (shown === null ? setOpen(true) : setShown(null))}
        className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-3"
      >
        {shown === null ? `查看${what}` : "重新遮挡"}
      </button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`查看完整${what}`}
        consequences={[
          "显示这一个人的完整号码，离开页面后重新遮挡。",
          "您的姓名、时间和用途会被记录，本人可以在自己的页面看到。",
        ]}
        action="记录用途并查看"
        onConfirm={() => void unmask()}
        busy={busy}
        disabled={purpose === ""}
        error={error}
      >
        <Field label="用途" group>
          <RadioGroup inline value={kind} onChange={setKind} choices={purposes} />
        </Field>
        {kind === "其他" && (
          <Field label="请写明用途" className="mt-3">
            <TextArea value={other} onChange={setOther} rows={2} limit={100} />
          </Field>
        )}
      </ConfirmSheet>
    </span>
  );
}
