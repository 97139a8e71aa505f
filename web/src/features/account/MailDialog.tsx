import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { MailAddressForm } from "./MailAddressForm.tsx";

type Mail = Output<Api["mail"]["show"]>;

const TIMES = [
  { value: "at-once", label: "马上发" },
  { value: "daily", label: "每日汇总里计数" },
  { value: "never", label: "不发邮件" },
] as const;

const refresh = [api.mail.show] as const;

/** 邮件通知: the address that messages are sent on to, and when those of each kind are. */
export function MailDialog({ onClose }: { onClose: () => void }): ReactElement {
  const mail = useApi(api.mail.show, {});
  return (
    <Dialog open onClose={onClose} title="邮件通知" footer={<Button onClick={onClose}>完成</Button>}>
      <QueryView query={mail} lines={4}>
        {(data) =>
          data.configured ? (
            <div className="grid gap-5">
              <Address mail={data} />
              {data.addressMasked !== null && <Kinds mail={data} />}
            </div>
          ) : (
            <Notice tone="info" title="本平台还没有配置发邮件的服务器">
              现在不会发出邮件；通知照常在“消息”里看，每天早上的汇总也在这里。要用邮件接收，请联系系统管理员。
            </Notice>
          )
        }
      </QueryView>
    </Dialog>
  );
}

function Address({ mail }: { mail: Mail }): ReactElement {
  const tell = useToast();
  const [changing, setChanging] = useState(false);
  const remove = useChange(api.mail.remove, { refresh, onSuccess: () => tell("不再发邮件") });
  if (mail.addressMasked === null || changing || mail.waitingMasked !== null)
    return <MailAddressForm waitingMasked={mail.waitingMasked} onConfirmed={() => setChanging(false)} />;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p>
        发到 <span className="num font-medium">{mail.addressMasked}</span>
      </p>
      <Button variant="secondary" onClick={() => setChanging(true)}>
        换一个邮箱
      </Button>
      <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate({})}>
        不再发邮件
      </Button>
      <ErrorNotice error={remove.error} />
    </div>
  );
}

function Kinds({ mail }: { mail: Mail }): ReactElement {
  const choose = useChange(api.mail.choose, { refresh });
  return (
    <section className="grid gap-3" aria-label="各类通知何时发邮件">
      <p className="text-ink-2">每日汇总早上发一封，只说各有几件等您办理，没有就不发。</p>
      <ErrorNotice error={choose.error} />
      <div className="grid gap-3 sm:grid-cols-2">
        {mail.kinds.map(({ kind, label, time }) => (
          <Field key={kind} label={label}>
            <Select
              value={time}
              choices={TIMES}
              onChange={(next) => choose.mutate({ body: { choices: { [kind]: next as typeof time } } })}
            />
          </Field>
        ))}
      </div>
    </section>
  );
}
