import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { call, type Output } from "../../../api/client.ts";
import { ProblemError } from "../../../api/problem.ts";
import { upload } from "../../../api/upload.ts";
import { ImportDialog } from "../../../kit/staff/ImportDialog.tsx";
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

const refusedFile = (detail: string): ProblemError =>
  new ProblemError({
    type: "about:blank",
    title: "文件没有读取",
    status: 422,
    code: "file-refused",
    detail,
    errors: [],
  });

/** Imports a roster: errors by row, then the good rows are enrolled. */
export function RosterImport({ training, open, onClose }: RosterImportProps): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const { save } = useDownload();

  async function preview(
    file: File,
    options: { idempotencyKey: string; onProgress: (sent: number) => void },
  ): Promise<Task> {
    const task = await settled(await upload<Task>(`/api/v1/roster-imports?classId=${training.id}`, file, options));
    if (task.refused !== null) throw refusedFile(task.refused);
    return task;
  }

  async function accept(result: Task): Promise<void> {
    const task = await settled(await call(api.roster.commitImport, { params: { id: result.id } }));
    await Promise.all(
      [api.roster.list, api.classes.show, api.classes.check, api.claims.classOutlook].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
    tell(
      task.added < result.accepted
        ? `已入册 ${task.added} 人，${result.accepted - task.added} 人没有座位或刚被别的班录取`
        : `已入册 ${task.added} 人`,
    );
  }

  return (
    <ImportDialog<Task>
      open={open}
      onClose={onClose}
      title={`导入“${training.name}”的名册`}
      unit="人"
      preview={preview}
      good={(task) => task.accepted}
      outcome={(task) => (task.known > 0 ? `有 ${task.known} 人已在名册上，不用再导入。` : "")}
      onAccept={accept}
      onTemplate={() => save("/api/v1/roster-imports/template", {}, "花名册模板.xlsx")}
      onMarked={(task) => save(`/api/v1/roster-imports/${task.id}/errors`, {}, "花名册（带错误说明）.xlsx")}
    >
      第一行是表头：姓名、身份证号必填；手机号、镇街、人员类别选填。还空{" "}
      <span className="num font-semibold">{Math.max(0, training.capacity - training.seatsTaken)}</span>{" "}
      个名额。带错误的行不会导入，改好后可以再传一次。
    </ImportDialog>
  );
}
