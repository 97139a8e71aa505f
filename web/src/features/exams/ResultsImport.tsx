import type { Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useToast } from "../../kit/Toast.tsx";
import { SheetImport } from "../../lists/SheetImport.tsx";
import { examRefresh } from "./refresh.ts";

type Result = Output<Api["exams"]["import"]>;

const wordsOf = ({ written, absent, unchanged }: Result): string =>
  `登记 ${written} 人${absent > 0 ? `，其中缺考 ${absent} 人` : ""}，${unchanged} 人成绩没有变。`;

/** Imports scores from a sheet: previewed, then the good rows are written. */
export function ResultsImport({ examId, onClose }: { examId: string; onClose: () => void }): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  return (
    <SheetImport<Result>
      open
      onClose={onClose}
      title="导入成绩表"
      unit="人"
      address={`/api/v1/exams/${examId}/results/import`}
      template={{ path: `/api/v1/exams/${examId}/export`, name: "成绩表.xlsx" }}
      templateLabel="下载本班成绩表"
      good={({ written }) => written}
      outcome={wordsOf}
      onImported={async (result) => {
        tell(wordsOf(result));
        await Promise.all(examRefresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
      }}
    >
      表头：座号（或准考证号）、姓名，成绩填在“成绩”一列，或“理论成绩”“实操成绩”两列；没有参加的填“缺考”。更正已有成绩的须填“更正理由”。
    </SheetImport>
  );
}
