import type { ReactElement } from "react";
import { Icon } from "../../kit/Icon.tsx";

interface EvidenceFileProps {
  url: string;
  name: string;
  /** Known pictures are shown inline. */
  mediaType?: string;
}

/** A paper of a case: pictures inline, others by name; to open or download. */
export function EvidenceFile({ url, name, mediaType = "" }: EvidenceFileProps): ReactElement {
  const picture = mediaType.startsWith("image/");
  return (
    <div className="overflow-hidden rounded-md border border-line bg-paper">
      {picture && (
        <a href={url} target="_blank" rel="noreferrer" tabIndex={-1} aria-hidden>
          <img src={url} alt="" className="max-h-96 w-full object-contain" loading="lazy" />
        </a>
      )}
      <p className="flex flex-wrap items-center gap-x-2 bg-sheet px-3 py-1">
        <Icon name="file" className="text-ink-3" />
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-(--touch) min-w-0 flex-1 items-center text-accent underline underline-offset-3"
        >
          <span className="min-w-0 break-all">{name}</span>
          <span className="sr-only">（在新窗口打开）</span>
        </a>
        <a
          href={url}
          download={name}
          aria-label={`下载 ${name}`}
          className="inline-flex min-h-(--touch) shrink-0 items-center gap-1 text-sm text-accent underline underline-offset-3"
        >
          <Icon name="download" />
          下载
        </a>
      </p>
    </div>
  );
}
