import type { ReactNode } from "react";

/** A column; `Sort` are the names the list can be sorted by. */
export interface DataColumn<Row, Sort extends string = never> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  align?: "left" | "right";
  /** Sort key of the column's heading. */
  sort?: Sort;
  /** CSS width, where the content should not decide. */
  width?: string;
  /** Hidden until chosen. */
  optional?: boolean;
}

/** The rows that are ticked, by key. */
export interface Selection {
  keys: ReadonlySet<string>;
  onChange: (keys: ReadonlySet<string>) => void;
}
