import type { ReactElement, ReactNode } from "react";
import { Link } from "./Link.tsx";
import { cx } from "./cx.ts";

export interface RecordColumn<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Numbers and amounts stand on the right. */
  align?: "left" | "right";
  /** On a phone: `title` is the row's heading, `aside` stands opposite to it, `hidden` is left out. */
  onPhone?: "title" | "aside" | "line" | "hidden";
}

interface RecordListProps<Row> {
  columns: readonly RecordColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes each row a link. */
  href?: (row: Row) => string;
  caption: string;
}

/** A table on wide screens, a list of short entries on a phone. */
export function RecordList<Row>({ columns, rows, rowKey, href, caption }: RecordListProps<Row>): ReactElement {
  const heading = columns.find((column) => column.onPhone === "title") ?? columns[0];
  const aside = columns.find((column) => column.onPhone === "aside");
  const lines = columns.filter((column) => column !== heading && column !== aside && column.onPhone !== "hidden");
  return (
    <>
      <table className="hidden w-full border-collapse text-left md:table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-sm text-ink-2">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx("px-3 py-2 font-medium first:pl-0 last:pr-0", column.align === "right" && "text-right")}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line hover:bg-paper">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={cx(
                    "px-3 py-3 align-baseline first:pl-0 last:pr-0",
                    column.align === "right" && "num text-right",
                  )}
                >
                  {column === heading && href !== undefined ? (
                    <Link to={href(row)} className="font-medium text-accent underline-offset-4 hover:underline">
                      {column.render(row)}
                    </Link>
                  ) : (
                    column.render(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="divide-y divide-line border-y border-line md:hidden" aria-label={caption}>
        {rows.map((row) => (
          <li key={rowKey(row)} className="relative py-3">
            <div className="flex items-baseline justify-between gap-4">
              <span className="font-semibold">
                {href === undefined ? (
                  heading?.render(row)
                ) : (
                  <Link to={href(row)} className="after:absolute after:inset-0">
                    {heading?.render(row)}
                  </Link>
                )}
              </span>
              {aside !== undefined && <span className="num max-w-[60%] shrink-0">{aside.render(row)}</span>}
            </div>
            <dl className="mt-1 grid gap-0.5 text-sm">
              {lines.map((column) => (
                <div key={column.key} className="flex gap-3">
                  <dt className="w-[5em] shrink-0 text-ink-3">{column.title}</dt>
                  <dd className="min-w-0">{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
