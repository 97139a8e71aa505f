import type { Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useToast } from "../../kit/Toast.tsx";
import { SheetImport } from "../../lists/SheetImport.tsx";
import { employeeRefresh } from "./employee-refresh.ts";

type Result = Output<Api["employees"]["import"]>;

interface EmployeeImportProps {
  organisationId: string;
  open: boolean;
  onClose: () => void;
}

const wordsOf = ({ hired, left, known }: Result): string =>
  `新登记入职 ${hired} 人，登记离职 ${left} 人，与已登记的相同 ${known} 人。`;

/** Imports the whole list: new rows are hirings, rows with a leaving date departures, others stay. */
export function EmployeeImport({ organisationId, open, onClose }: EmployeeImportProps): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  return (
    <SheetImport<Result>
      open={open}
      onClose={onClose}
      title="从 Excel 导入职工名单"
      unit="人"
      address={`/api/v1/organisations/${organisationId}/employee-imports`}
      template={{ path: "/api/v1/employee-imports/template", name: "职工名单模板.xlsx" }}
      good={({ hired, left }) => hired + left}
      outcome={wordsOf}
      onImported={(result) => {
        for (const key of employeeRefresh) void client.invalidateQueries({ queryKey: [key] });
        tell(wordsOf(result));
      }}
    >
      第一行是表头：姓名、身份证号、入职日期必填；手机号、劳动合同期、离职日期选填。最多 1
      万行，文件加密保存。有错误的行改好再传一次；已登记的不会重复。
    </SheetImport>
  );
}
