import type { ReactElement } from "react";
import { Button } from "../Button.tsx";
import { Notice } from "../Notice.tsx";
import { FindingTable } from "./FindingTable.tsx";
import type { ImportResult } from "./import-result.ts";

interface ImportFindingsProps {
  result: ImportResult;
  /** Downloads the person's own sheet with what is wrong in a last column. */
  onMarked: () => void;
}

/** Everything that an import found: rows to mend, warnings, columns and lines that were not read. */
export function ImportFindings({ result, onMarked }: ImportFindingsProps): ReactElement {
  const { errors, warnings, unreadColumns, notes } = result;
  return (
    <>
      {(unreadColumns.length > 0 || notes.length > 0) && (
        <Notice>
          <ul className="grid gap-1">
            {unreadColumns.length > 0 && (
              <li>
                没有读取的列：{unreadColumns.map((column) => `“${column}”`).join("、")}
                。需要其中的内容时，请把表头改成模板里的名称再传。
              </li>
            )}
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
      {errors.length > 0 && (
        <FindingTable
          title="需要修改的行"
          advice="要怎么改"
          findings={errors}
          action={
            <Button variant="quiet" icon="download" onClick={onMarked}>
              下载带错误说明的表格
            </Button>
          }
        />
      )}
      {warnings.length > 0 && <FindingTable title="请核对，不妨碍导入" advice="请核对" findings={warnings} />}
    </>
  );
}
