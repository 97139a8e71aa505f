import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { upload } from "../../api/upload.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { RollCallRow } from "./RollCallRow.tsx";
import { minutesOf, type Given } from "./roll-call.ts";
import { SessionLine } from "./SessionLine.tsx";

const MAX_BYTES = 10 * 1024 * 1024;

/** 补记出勤: the roll of a whole session from its signed sheet, by the institution or the bureau. */
export default function MakeUpPage(): ReactElement {
  const { classId = "", id = "" } = useParams();
  const reviewer = useSession().data?.account?.role === "reviewer";
  const training = useApi(api.classes.show, { params: { id: classId } });
  const sessions = useApi(api.timetable.list, { params: { id: classId } });
  const attendance = useApi(api.attendance.ofSession, { params: { id } });
  const tell = useToast();
  const makeUp = useChange(api.attendance.makeUp, {
    refresh: [api.attendance.ofSession, api.attendance.ofClass, api.classChanges.list],
    onSuccess: ({ state }) => {
      form.clear();
      tell(state === "applied" ? "出勤已补记" : "补记已提交，审核后生效");
    },
  });
  const form = useForm({
    initial: { marks: {} as Record<string, Given>, fileId: "", fileName: "", reason: "" },
    rules: contractOf(api.attendance.makeUp),
    error: makeUp.error,
    draft: `make-up-${id}`,
  });
  const session = sessions.data?.sessions.find((one) => one.id === id);
  const learners = attendance.data?.learners ?? [];
  const { marks, fileId, fileName, reason } = form.values;
  const changed = Object.keys(marks).length;
  const unmarked = learners.filter((one) => one.mark === null && marks[one.enrolmentId] === undefined);
  const ended = training.data?.state === "completed";
  const minutes = session === undefined ? 0 : minutesOf(session);
  const back = reviewer ? `/bureau/classes/${classId}` : `/institution/classes/${classId}/attendance`;

  function submit(): void {
    const rows = Object.entries(marks).map(([enrolmentId, given]) => ({ enrolmentId, ...given }));
    makeUp.mutate({ params: { id }, body: { marks: rows, fileId, reason: reason.trim() } });
  }

  return (
    <StaffPage
      title="按纸质签到表补记"
      intro={session !== undefined && <SessionLine session={session} training={training.data?.name} />}
      actions={
        <Button variant="secondary" to={back}>
          回到这个班
        </Button>
      }
    >
      <QueryView
        query={attendance}
        lines={12}
        isEmpty={(data) => data.learners.length === 0}
        empty={<Empty title="名册上还没有人">这个班没有要记出勤的学员。</Empty>}
      >
        {() => (
          <FormBody form={form}>
            <Notice>
              {ended
                ? "这个班已经结业，学分、考核和补贴都以出勤为依据：补记由人社部门另一位工作人员对照签到表审核后生效。"
                : "补记立即生效，签到表随记录保存，原来的记录保留。出勤有变的学员会收到通知。"}
            </Notice>
            <FormField name="fileId" label="纸质签到表" group required>
              {fileName !== "" && <p className="mb-2">已上传 {fileName}</p>}
              <FileUpload<{ id: string }>
                send={(file, options) => upload(`/api/v1/sessions/${id}/sheets`, file, options)}
                onDone={(kept, file) => form.set({ fileId: kept.id, fileName: file.name })}
                accept=".pdf,.jpg,.jpeg,.png"
                hint="这节课学员签过名的签到表，PDF 或照片，不超过 10 MB"
                maxBytes={MAX_BYTES}
              />
            </FormField>
            <FormField name="marks" label="出勤" group required>
              <ul className="grid divide-y divide-line rounded-md border border-line bg-sheet" aria-label="名单">
                {learners.map((learner, index) => (
                  <RollCallRow
                    key={learner.enrolmentId}
                    id={`roll-${index}`}
                    learner={learner}
                    given={marks[learner.enrolmentId]}
                    chosen={false}
                    minutes={minutes}
                    onMark={(given) => form.set({ marks: { ...marks, [learner.enrolmentId]: given } })}
                    onFocus={() => undefined}
                    onCorrect={undefined}
                  />
                ))}
              </ul>
              <div className="mt-2">
                <Button
                  variant="secondary"
                  disabled={unmarked.length === 0}
                  onClick={() =>
                    form.set({
                      marks: {
                        ...marks,
                        ...Object.fromEntries(unmarked.map((one) => [one.enrolmentId, { mark: "present" as const }])),
                      },
                    })
                  }
                >
                  没有记录的 {unmarked.length} 人都记出勤
                </Button>
              </div>
            </FormField>
            <FormField name="reason" label="理由" hint="例如“当天停电，没有点名”；审核和审计会看到">
              <TextArea {...form.bind("reason")} rows={2} />
            </FormField>
            <div>
              <Button
                busy={makeUp.isPending}
                disabled={changed === 0 || fileId === "" || reason.trim().length < 2}
                onClick={submit}
              >
                {ended ? `提交 ${changed} 人的补记` : `补记 ${changed} 人`}
              </Button>
            </div>
          </FormBody>
        )}
      </QueryView>
    </StaffPage>
  );
}
