import { useId, useRef, useState, type DragEvent, type ReactElement } from "react";
import { randomUuid } from "@jinengtong/standards";
import { Button } from "./Button.tsx";
import { cx } from "./cx.ts";
import { formatBytes } from "./format.ts";
import { Icon } from "./Icon.tsx";
import { useKit } from "./KitProvider.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { StatusMark } from "./StatusMark.tsx";

interface FileUploadProps<Result> {
  /** Uploads one file; a retry has the same key, so that it is stored once. */
  send: (file: File, options: { idempotencyKey: string; onProgress: (sent: number) => void }) => Promise<Result>;
  onDone: (result: Result, file: File) => void;
  /** As the input's `accept`: ".xlsx,.csv". */
  accept: string;
  /** Accepted files in words: "PDF 或照片，每个不超过 10 MB". */
  hint: string;
  maxBytes: number;
  multiple?: boolean;
  /** Label of the button, if it isn't about files for people. */
  action?: string;
}

interface Item {
  key: string;
  file: File;
  sent: number;
  state: "sending" | "done" | "failed";
  error: string;
  /** Errors within the file, line by line. */
  faults: readonly string[];
}

const FAULTS_SHOWN = 20;

/** Select, drop or photograph files. Shows the progress of each; a failed one can be retried. */
export function FileUpload<Result>(props: FileUploadProps<Result>): ReactElement {
  const { explain } = useKit();
  const [items, setItems] = useState<Item[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();

  function change(key: string, part: Partial<Item>): void {
    setItems((old) => old.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }

  async function run(item: Item): Promise<void> {
    if (item.file.size > props.maxBytes) {
      change(item.key, {
        state: "failed",
        error: `文件有 ${formatBytes(item.file.size)}，超过了 ${formatBytes(props.maxBytes)}。`,
      });
      return;
    }
    change(item.key, { state: "sending", error: "", faults: [], sent: 0 });
    try {
      const onProgress = (sent: number) => change(item.key, { sent });
      const result = await props.send(item.file, { idempotencyKey: item.key, onProgress });
      change(item.key, { state: "done", sent: 1 });
      props.onDone(result, item.file);
    } catch (error) {
      const { detail, faults } = explain(error);
      change(item.key, { state: "failed", error: detail, faults: faults.map((one) => one.detail) });
    }
  }

  function add(files: FileList | null): void {
    const chosen = [...(files ?? [])].slice(0, props.multiple === true ? undefined : 1);
    const added = chosen.map((file): Item => ({
      key: randomUuid(),
      file,
      sent: 0,
      state: "sending",
      error: "",
      faults: [],
    }));
    setItems((old) => (props.multiple === true ? [...old, ...added] : added));
    for (const item of added) void run(item);
  }

  return (
    <div className="grid gap-3">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
        className={cx(
          "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-dashed p-4",
          over ? "border-accent bg-accent-soft" : "border-line-strong bg-paper",
        )}
      >
        <Button variant="secondary" icon="upload" onClick={() => input.current?.click()}>
          {props.action ?? "选择文件"}
        </Button>
        <p id={hintId} className="min-w-[min(12em,100%)] flex-1 text-sm text-ink-2">
          {props.hint}
        </p>
        <input
          ref={input}
          type="file"
          className="hidden"
          aria-describedby={hintId}
          accept={props.accept}
          multiple={props.multiple === true}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      <ul className="grid gap-2" aria-live="polite">
        {items.map((item) => (
          <li key={item.key} className="rounded-md border border-line bg-sheet px-4 py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="flex min-w-0 items-center gap-2">
                <Icon name="file" className="text-ink-3" />
                <span className="truncate">{item.file.name}</span>
                <span className="num shrink-0 text-sm text-ink-3">{formatBytes(item.file.size)}</span>
              </span>
              {item.state === "sending" && (
                <StatusMark kind="doing">{`正在上传 ${Math.round(item.sent * 100)}%`}</StatusMark>
              )}
              {item.state === "done" && <StatusMark kind="done">已上传</StatusMark>}
              {item.state === "failed" && <StatusMark kind="refused">没有传上</StatusMark>}
            </div>
            {item.state === "sending" && (
              <div className="mt-2">
                <ProgressBar value={item.sent} max={1} label={`上传 ${item.file.name}`} />
              </div>
            )}
            {item.state === "failed" && (
              <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
                <p className="text-sm">{item.error}</p>
                <Button variant="secondary" icon="refresh" onClick={() => void run(item)}>
                  重新上传
                </Button>
                {item.faults.length > 0 && (
                  <ul className="w-full list-disc border-t border-line pt-2 pl-5 text-sm">
                    {item.faults.slice(0, FAULTS_SHOWN).map((fault) => (
                      <li key={fault}>{fault}</li>
                    ))}
                    {item.faults.length > FAULTS_SHOWN && (
                      <li>还有 {item.faults.length - FAULTS_SHOWN} 处，改好这些再看。</li>
                    )}
                  </ul>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
