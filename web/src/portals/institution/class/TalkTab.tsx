import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Letters } from "../../../features/classes/Letters.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { FormBody, FormField, FormNotice, useForm } from "../../../kit/form.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { RefuseLeaveDialog } from "./RefuseLeaveDialog.tsx";

type Talk = Output<Api["classTalk"]["ofClass"]>;

/** 通知与答疑: notices to all learners, their questions, and leave that they ask for. */
export function TalkTab({ training }: { training: TrainingClass }): ReactElement {
  const talk = useApi(api.classTalk.ofClass, { params: { id: training.id } });
  return (
    <QueryView query={talk} lines={6}>
      {(data) => (
        <div className="grid gap-4 xl:grid-cols-2">
          <div className="grid content-start gap-4">
            <Leaves leaves={data.leaves} />
            <Threads threads={data.threads} />
          </div>
          <Notices classId={training.id} notices={data.notices} />
        </div>
      )}
    </QueryView>
  );
}

function Leaves({ leaves }: { leaves: Talk["leaves"] }): ReactElement {
  const tell = useToast();
  const [refusing, setRefusing] = useState<Talk["leaves"][number] | null>(null);
  const decide = useChange(api.leaveRequests.decide, {
    refresh: [api.classTalk.ofClass, api.attendance.ofSession],
    onSuccess: () => tell("已准假，点名时先记为请假"),
  });
  return (
    <Card title="请假">
      {decide.error !== null && <ErrorNotice error={decide.error} />}
      {leaves.length === 0 ? (
        <p className="text-ink-2">没有人请假。学员在自己的课表里请假，这里答复。</p>
      ) : (
        <ul className="divide-y divide-line">
          {leaves.map((one) => (
            <li key={one.id} className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 py-2">
              <p>
                <span className="font-medium">{one.name}</span>{" "}
                <span className="num text-ink-2">{formatInstant(one.startsAt)}</span> {one.topic}
                <span className="block text-ink-2">{one.reason}</span>
              </p>
              {one.state === "asked" ? (
                <span className="flex gap-2">
                  <Button
                    variant="secondary"
                    busy={decide.isPending}
                    onClick={() => decide.mutate({ params: { id: one.id }, body: { verdict: "grant" } })}
                  >
                    准假
                  </Button>
                  <Button variant="quiet" onClick={() => setRefusing(one)}>
                    不准
                  </Button>
                </span>
              ) : (
                <StatusMark kind={stateKind("leave-request", one.state)}>{one.stateLabel}</StatusMark>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusing !== null && (
        <RefuseLeaveDialog id={refusing.id} name={refusing.name} onClose={() => setRefusing(null)} />
      )}
    </Card>
  );
}

function Threads({ threads }: { threads: Talk["threads"] }): ReactElement {
  const [open, setOpen] = useState<Talk["threads"][number] | null>(null);
  return (
    <Card title="学员提问">
      {threads.length === 0 ? (
        <p className="text-ink-2">还没有人提问。学员在自己的班级页里问，只有本单位看得到。</p>
      ) : (
        <ul className="divide-y divide-line">
          {threads.map((one) => (
            <li key={one.enrolmentId} className="grid grid-cols-[1fr_auto] items-center gap-x-4 py-2">
              <p className="min-w-0">
                <span className="font-medium">{one.name}</span>{" "}
                <span className="num text-ink-2">{formatInstant(one.at)}</span>
                <span className="block truncate text-ink-2">{one.text}</span>
              </p>
              <Button variant={one.waiting ? "secondary" : "quiet"} onClick={() => setOpen(one)}>
                {one.waiting ? "答复" : "看看"}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <Dialog open onClose={() => setOpen(null)} title={`${open.name}的提问`}>
          <Letters enrolmentId={open.enrolmentId} school />
        </Dialog>
      )}
    </Card>
  );
}

function Notices({ classId, notices }: { classId: string; notices: Talk["notices"] }): ReactElement {
  const tell = useToast();
  const post = useChange(api.classTalk.notify, {
    refresh: [api.classTalk.ofClass],
    onSuccess: () => {
      form.clear();
      tell("已发给全班学员");
    },
  });
  const form = useForm({
    initial: { text: "" },
    rules: contractOf(api.classTalk.notify),
    error: post.error,
    draft: `class-notice-${classId}`,
  });
  return (
    <Card title="班级通知" className="self-start">
      <FormBody form={form} onSubmit={() => post.mutate({ params: { id: classId }, body: form.values })} notice={false}>
        <FormNotice />
        <FormField name="text" label="发给全班学员" hint="名册上的学员都收到消息，以后也留在他们的班级页。">
          <TextArea {...form.bind("text")} rows={3} />
        </FormField>
        <Button type="submit" busy={post.isPending}>
          发通知
        </Button>
      </FormBody>
      <ul className="mt-3 divide-y divide-line">
        {notices.map((one) => (
          <li key={one.id} className="py-2">
            <span className="num text-sm text-ink-3">{formatInstant(one.postedAt)}</span>
            <p className="whitespace-pre-line">{one.text}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
