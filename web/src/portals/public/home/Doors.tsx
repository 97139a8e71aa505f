import type { ReactElement } from "react";
import { Link } from "react-router";
import { cx } from "../../../kit/cx.ts";
import { Icon } from "../../../kit/Icon.tsx";
import type { Door } from "../wizard/answers.ts";

/** Until the county's own have come, or where the page is drawn without them. */
const USUAL = [
  { id: "learn", by: "person", title: "我想学一门手艺", about: "学什么、学到几级，能补多少、自己付多少" },
  { id: "certificate", by: "person", title: "我已经有证书", about: "凭手里的证书能领多少" },
  { id: "firm", by: "enterprise", title: "我的单位能领什么", about: "招人、带徒、培训员工，单位能领多少" },
] as const;

interface DoorsProps {
  doors: readonly Pick<Door, "id" | "by" | "title" | "about">[] | undefined;
  programme?: string;
}

/** The ways in: a person's are large, the company's is a line below. */
export function Doors({ doors = USUAL, programme = "" }: DoorsProps): ReactElement {
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-1">
      {doors.map(({ id, by, title, about }, at) => (
        <li key={id} className={cx(by === "enterprise" && "col-span-2 lg:col-span-1")}>
          <Link
            to={`/benefits?door=${id}${programme === "" ? "" : `&programme=${programme}`}`}
            className={cx(
              "group flex h-full min-h-(--touch) items-center justify-between gap-2 rounded-lg border px-4",
              by === "enterprise" ? "py-2" : "py-4",
              at === 0
                ? "border-accent bg-accent text-on-accent hover:bg-accent-deep"
                : "border-line-strong bg-sheet hover:border-accent hover:text-accent",
            )}
          >
            <span>
              <span className={cx("block font-semibold", by === "person" && "text-lg sm:text-xl")}>{title}</span>
              <span className={cx("block text-sm max-sm:hidden", at === 0 ? "text-on-accent" : "text-ink-2")}>
                {about}
              </span>
            </span>
            <Icon name="right" size="1.1em" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
