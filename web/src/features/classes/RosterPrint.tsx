import type { ReactElement, ReactNode } from "react";
import { PrintSheet } from "../../kit/staff/PrintSheet.tsx";

interface RosterPrintProps<Row> {
  title: string;
  left?: ReactNode;
  right?: ReactNode;
  columns: readonly {
    title: string;
    render: (row: Row) => ReactNode;
    align?: "left" | "right" | "center";
    width?: string;
  }[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Last line: totals. */
  total?: ReactNode;
  /** Adds an empty column to sign in. */
  signature?: boolean;
  landscape?: boolean;
  foot?: ReactNode;
}

/** A numbered roster to print and sign; its header repeats on every sheet. */
export function RosterPrint<Row>(props: RosterPrintProps<Row>): ReactElement {
  const cell = "border border-ink px-2 py-1 print:py-0.5";
  return (
    <PrintSheet
      title={props.title}
      left={props.left}
      right={props.right}
      landscape={props.landscape === true}
      foot={props.foot}
    >
      <table className="w-full border-collapse">
        <thead>
          <tr>
            <th className={`${cell} w-12 font-semibold`}>序号</th>
            {props.columns.map((column) => (
              <th
                key={column.title}
                className={`${cell} font-semibold`}
                style={column.width === undefined ? {} : { width: column.width }}
              >
                {column.title}
              </th>
            ))}
            {props.signature === true && <th className={`${cell} w-32 font-semibold`}>签名</th>}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={props.rowKey(row)}>
              <td className={`${cell} num text-center`}>{index + 1}</td>
              {props.columns.map((column) => (
                <td key={column.title} className={`${cell} num`} style={{ textAlign: column.align ?? "left" }}>
                  {column.render(row)}
                </td>
              ))}
              {props.signature === true && <td className={`${cell} h-9`} />}
            </tr>
          ))}
        </tbody>
      </table>
      {props.total !== undefined && <p className="num mt-2 text-right">{props.total}</p>}
    </PrintSheet>
  );
}
