import { county, windowOf } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { PhoneLink } from "../kit/PhoneLink.tsx";

interface HumanContactProps {
  /** Town or county of whoever reads: their own window is named. */
  region?: string;
  /** Page with the help of whoever reads. */
  help: string;
}

/** A person to ask, on every page: the hotline, the window of the reader's town with its hours, and the help. */
export function HumanContact({ region, help }: HumanContactProps): ReactElement {
  const { hotline } = county();
  const window = windowOf(region);
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-2">
      <span>有不明白的，找人问：</span>
      <span>
        {hotline.name} <PhoneLink phone={hotline.phone} />
      </span>
      <span>
        {window.name} <PhoneLink phone={window.phone} />（{window.hours}）
      </span>
      <Link
        to={help}
        className="inline-flex min-h-(--touch) min-w-(--touch) items-center justify-center text-accent underline underline-offset-3 in-[.staff]:min-h-8"
      >
        帮助
      </Link>
    </p>
  );
}
