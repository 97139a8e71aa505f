import { useRef, useState, type ReactElement } from "react";
import { randomUuid } from "@jinengtong/standards";
import { messageOf, ProblemError } from "../../api/problem.ts";
import { upload } from "../../api/upload.ts";
import { Button } from "../../kit/Button.tsx";
import { formatBytes } from "../../kit/format.ts";
import { Icon } from "../../kit/Icon.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { PaperNeed } from "./paper-kinds.ts";

/** A paper that was handed in. */
export interface Paper {
  id: string;
  kind: string;
  name: string;
}

interface PaperListProps {
  needs: readonly PaperNeed[];
  papers: readonly Paper[];
  /** Without it nothing can be added. */
  onAdd?: (paper: Paper) => void;
  /** Without it nothing can be removed: submitted papers stay with the case. */
  onRemove?: (id: string) => void;
}

const MAX_BYTES = 10 * 1024 * 1024;

/** Papers of an application by kind: uploaded, missing, and upload buttons. */
export function PaperList({ needs, papers, onAdd, onRemove }: PaperListProps): ReactElement {
  const known = new Set<string>(needs.map((need) => need.kind));
  const shown = onAdd === undefined ? needs.filter((need) => papers.some((paper) => paper.kind === need.kind)) : needs;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {shown.map((need) => (
        <PaperRow
          key={need.kind}
          need={need}
          papers={papers.filter((paper) => (known.has(paper.kind) ? paper.kind : "other") === need.kind)}
          {...(onAdd === undefined ? {} : { onAdd })}
          {...(onRemove === undefined ? {} : { onRemove })}
        />
      ))}
    </ul>
  );
}

interface PaperRowProps {
  need: PaperNeed;
  papers: readonly Paper[];
  onAdd?: (paper: Paper) => void;
  onRemove?: (id: string) => void;
}

function PaperRow({ need, papers, onAdd, onRemove }: PaperRowProps): ReactElement {
  const [sent, setSent] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ file: File; key: string; message: string; again: boolean } | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function send(file: File, idempotencyKey: string): Promise<void> {
    setFailed(null);
    if (file.size > MAX_BYTES) {
      setFailed({
        file,
        key: idempotencyKey,
        message: `文件有 ${formatBytes(file.size)}，超过了 10 MB，请压缩后再传。`,
        again: false,
      });
      return;
    }
    setSent(0);
    try {
      const { id } = await upload<{ id: string }>(`/api/v1/papers?kind=${need.kind}`, file, {
        idempotencyKey,
        onProgress: setSent,
      });
      onAdd?.({ id, kind: need.kind, name: file.name });
    } catch (error) {
      // A file refused for its content will be refused again; a lost connection may recover.
      setFailed({ file, key: idempotencyKey, message: messageOf(error), again: !(error instanceof ProblemError) });
    } finally {
      setSent(null);
    }
  }

  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p>
          <span className="font-medium">{need.label}</span>
          {!need.expected && <span className="ml-2 text-sm text-ink-3">选填</span>}
          <span className="ml-2 text-sm text-ink-2">{need.hint}</span>
        </p>
        <ul aria-live="polite">
          {papers.map((paper) => (
            <li key={paper.id} className="flex min-w-0 items-center gap-2">
              <Icon name="file" className="text-ink-3" />
              <a
                href={`/api/v1/papers/${paper.id}`}
                target="_blank"
                rel="noreferrer"
                className="min-w-0 truncate text-accent underline underline-offset-3"
              >
                {paper.name}
              </a>
              {onRemove !== undefined && (
                <Button variant="quiet" label={`去掉 ${paper.name}`} onClick={() => onRemove(paper.id)}>
                  去掉
                </Button>
              )}
            </li>
          ))}
        </ul>
        {failed !== null && (
          <p role="alert" className="flex flex-wrap items-center gap-x-3 text-sm text-refuse">
            {failed.file.name}：{failed.message}
            {failed.again && (
              <Button variant="quiet" icon="refresh" onClick={() => void send(failed.file, failed.key)}>
                再传一次
              </Button>
            )}
          </p>
        )}
      </div>
      <div className="flex items-center gap-3 self-start">
        {papers.length === 0 && need.expected && sent === null && <StatusMark kind="turn">还没有交</StatusMark>}
        {onAdd !== undefined && (
          <>
            <Button
              variant="secondary"
              icon="upload"
              busy={sent !== null}
              label={`上传${need.label}`}
              onClick={() => input.current?.click()}
            >
              {sent === null ? "上传" : `${Math.round(sent * 100)}%`}
            </Button>
            <input
              ref={input}
              type="file"
              className="hidden"
              tabIndex={-1}
              aria-label={need.label}
              accept=".pdf,.jpg,.jpeg,.png"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file !== undefined) void send(file, randomUuid());
                event.target.value = "";
              }}
            />
          </>
        )}
      </div>
    </li>
  );
}
