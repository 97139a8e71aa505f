import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { call, type Output } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { saveCsv } from "../../../kit/save-csv.ts";
import { ImportDialog, type ImportResult } from "../../../kit/staff/ImportDialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

type Task = Output<Api["roster"]["showImport"]>;

interface RosterImportProps {
  training: TrainingClass;
  open: boolean;
  onClose: () => void;
}

/** Large files are judged and written in the background; this waits until that is over. */
async function settled(task: Task): Promise<Task> {
  let now = task;
  while (now.state === "waiting" || now.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, 800));
    now = await call(api.roster.showImport, { params: { id: task.id } });
  }
  return now;
}

/** Imports a roster: errors by row, then the good rows are enrolled. */
export function RosterImport({ training, open, onClose }: RosterImportProps): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const { save } = useDownload();

  async function send(
    file: File,
    options: { idempotencyKey: string; onProgress: (sent: number) => void },
  ): Promise<ImportResult> {
    const task = await settled(await upload<Task>(`/api/v1/roster-imports?classId=${training.id}`, file, options));
    return {
      id: task.id,
      total: task.rows,
      good: task.accepted,
      errors: [
        ...(task.refused === null ? [] : [{ row: 1, column: "整个文件", value: file.name, message: task.refused }]),
        ...task.errors.map((error) => ({
          row: error.rowNumber,
          column: error.column,
          value: error.value,
          message: error.sentence,
        })),
      ],
    };
  }

  async function accept(result: ImportResult): Promise<void> {
    const task = await settled(await call(api.roster.commitImport, { params: { id: result.id } }));
    await Promise.all(
      [api.roster.list, api.classes.show, api.classes.check, api.claims.classOutlook].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
    tell(
      task.added < result.good
        ? `已入册 ${task.added} 人，${result.good - task.added} 人没有座位或刚被别的班录取`
        : `已入册 ${task.added} 人`,
    );
  }

  return (
    <ImportDialog
      open={open}
      onClose={onClose}
      title={`导入“${training.name}”的名册`}
      unit="人"
      send={send}
      onAccept={accept}
      onTemplate={() => saveCsv("花名册模板.csv", [["姓名", "身份证号", "手机号", "镇街", "人员类别"]])}
      onErrorSheet={(result) => save(`/api/v1/roster-imports/${result.id}/errors`, {}, "花名册错误清单.xlsx")}
    >
      第一行是表头：姓名、身份证号必填；手机号、镇街、人员类别选填。还空{" "}
      <span className="num font-semibold">{Math.max(0, training.capacity - training.seatsTaken)}</span>{" "}
      个名额。带错误的行不会导入，改好后可以再传一次。
    </ImportDialog>
  );
}
