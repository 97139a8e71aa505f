import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { upload } from "../../../api/upload.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { FormBody, FormField, FormNotice, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { WindowSession } from "./window-session.ts";

const refresh = [api.windowSessions.show, api.windowSessions.list] as const;

/** The three ways in which the person at the window agrees. */
export function WindowConsent({ session }: { session: WindowSession }): ReactElement {
  return (
    <div className="grid gap-4 xl:grid-cols-3 xl:items-start">
      <ByCode session={session} />
      <ByPaper session={session} />
      <ByColleague session={session} />
    </div>
  );
}

function ByCode({ session }: { session: WindowSession }): ReactElement {
  const tell = useToast();
  const send = useChange(api.windowSessions.sendCode, { onSuccess: () => tell("验证码已发到本人手机") });
  const agree = useChange(api.windowSessions.agreeByCode, { refresh, onSuccess: () => tell("本人已同意，可以代办") });
  const form = useForm({
    initial: { code: "" },
    rules: contractOf(api.windowSessions.agreeByCode),
    error: agree.error,
  });
  if (session.phoneMasked === null)
    return (
      <Card title="短信验证码">
        <p className="text-ink-2">档案里没有手机号，请用另外两种方式。</p>
      </Card>
    );
  return (
    <Card title="短信验证码">
      <div className="grid gap-3">
        <p className="text-ink-2">
          发到档案里的手机 <span className="num">{session.phoneMasked}</span>，由本人念给您听。
        </p>
        {send.error !== null && <ErrorNotice error={send.error} />}
        <div>
          <Button
            variant="secondary"
            busy={send.isPending}
            onClick={() => send.mutate({ params: { id: session.id }, body: {} })}
          >
            发验证码
          </Button>
        </div>
        <FormBody
          form={form}
          notice={false}
          className="grid gap-3"
          onSubmit={() => agree.mutate({ params: { id: session.id }, body: form.values })}
        >
          <FormNotice />
          <FormField name="code" required label="本人收到的验证码">
            <Input {...form.bind("code")} inputMode="numeric" autoComplete="off" className="num" />
          </FormField>
          <div>
            <Button type="submit" busy={agree.isPending}>
              本人同意，开始代办
            </Button>
          </div>
        </FormBody>
      </div>
    </Card>
  );
}

function ByPaper({ session }: { session: WindowSession }): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  if (session.purposes.includes("payee"))
    return (
      <Card title="签字的同意书">
        <p className="text-ink-2">要登记收款账户的，同意书不够：请用短信验证码，或由另一位同事当面确认。</p>
      </Card>
    );
  return (
    <Card title="签字的同意书">
      <div className="grid gap-3">
        <p className="text-ink-2">写明代办的事和日期，本人签字或按手印，拍照上传。本人和审核人员看得到。</p>
        <FileUpload
          accept="image/jpeg,image/png,application/pdf"
          action="拍同意书"
          hint="照片或 PDF，不超过 10 MB。"
          maxBytes={10 * 1024 * 1024}
          send={(file, options) => upload<{ id: string }>(`/api/v1/window-sessions/${session.id}/paper`, file, options)}
          onDone={() => {
            for (const key of refresh) void client.invalidateQueries({ queryKey: [key] });
            tell("本人已同意，可以代办");
          }}
        />
      </div>
    </Card>
  );
}

function ByColleague({ session }: { session: WindowSession }): ReactElement {
  const tell = useToast();
  const ask = useChange(api.windowSessions.callColleague, { onSuccess: () => tell("已通知同事") });
  return (
    <Card title="另一位同事确认">
      <div className="grid gap-3">
        <p className="text-ink-2">请一位同事到窗口，当面问过本人，再用自己的账号在“窗口代办”里确认。</p>
        {ask.error !== null && <ErrorNotice error={ask.error} />}
        <div>
          <Button
            variant="secondary"
            busy={ask.isPending}
            onClick={() => ask.mutate({ params: { id: session.id }, body: {} })}
          >
            请同事来
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** A colleague says that the person before them agrees. */
export function ConfirmWindow({ session }: { session: WindowSession }): ReactElement {
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const agree = useChange(api.windowSessions.agreeByOfficer, {
    refresh,
    onSuccess: () => {
      tell("已确认，接待人可以代办");
      setAsking(false);
    },
  });
  return (
    <div>
      <Button onClick={() => setAsking(true)}>当面核对过，确认本人同意</Button>
      {asking && (
        <ConfirmSheet
          open
          onClose={() => setAsking(false)}
          title={`确认${session.personName}本人同意`}
          consequences={[
            `您当面见到了${session.personName}，核对了证件，问过要办的事：${session.purposeLabels.join("、")}。`,
            `${session.officerName}随后代其办理；这些申请您和${session.officerName}都不能审核。`,
          ]}
          action="确认"
          busy={agree.isPending}
          error={agree.error}
          onConfirm={() => agree.mutate({ params: { id: session.id }, body: { present: true } })}
        />
      )}
    </div>
  );
}
