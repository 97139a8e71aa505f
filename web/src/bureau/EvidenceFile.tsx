import type { ReactElement } from "react";
import { Icon } from "../ui/Icon.tsx";

interface EvidenceFileProps {
  url: string;
  name: string;
  /** Where it is known to be a picture, it is shown. */
  mediaType?: string;
}

/** A paper that came with a case: a picture at once, anything else behind its name. */
export function EvidenceFile({ url, name, mediaType = "" }: EvidenceFileProps): ReactElement {
  const picture = mediaType.startsWith("image/");
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="block overflow-hidden rounded-md border border-line bg-paper hover:border-accent"
    >
      {picture && <img src={url} alt={name} className="max-h-96 w-full object-contain" loading="lazy" />}
      <span className="flex items-center gap-2 bg-sheet px-3 py-2">
        <Icon name="file" className="text-ink-3" />
        <span className="min-w-0 truncate">{name}</span>
        <span className="ml-auto shrink-0 text-sm text-accent">在新窗口打开</span>
      </span>
    </a>
  );
}
