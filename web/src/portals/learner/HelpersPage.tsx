import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { ActList } from "../../features/person/ActList.tsx";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { dateOf } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Helper = Output<Api["helpers"]["mine"]>["helpers"][number];
type Relation = Helper["relation"];

const RELATIONS: readonly { value: Relation; label: string }[] = [
  { value: "child", label: "子女" },
  { value: "spouse", label: "配偶" },
  { value: "parent", label: "父母" },
  { value: "sibling", label: "兄弟姐妹" },
  { value: "other", label: "其他亲属" },
];

/** 可帮办的亲属: whom somebody lets see and prepare their affairs, and whom they help. */
export default function HelpersPage(): ReactElement {
  const query = useApi(api.helpers.mine, {});
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<Helper | null>(null);
  const name = (
    <Button icon="plus" onClick={() => setNaming(true)}>
      指定一位亲属
    </Button>
  );
  return (
    <Page
      title="可帮办的亲属"
      intro="您指定的亲属用自己的账号，可以看您的记录、替您报名和申报身份类别。领补贴、换银行卡只能您自己或在窗口办。办过什么都记在这里，随时可以取消。"
      back={{ to: "/my/me", title: "我的" }}
      action={name}
    >
      <QueryView
        query={query}
        lines={4}
        isEmpty={({ helpers, helping }) => helpers.length + helping.length === 0}
        empty={
          <Empty title="还没有指定亲属" action={name}>
            不会用手机的，可以请子女或其他亲属帮着办。亲属要先在平台注册。
          </Empty>
        }
      >
        {({ helpers, helping }) => (
          <ul className="grid gap-4">
            {helping.map((one) => (
              <li key={one.id}>
                <Card title={`我帮${one.name}办`}>
                  <p className="mb-3 text-ink-2">
                    <span className="num">{dateOf(one.namedAt)}</span> 起
                  </p>
                  <div className="flex flex-wrap gap-3">
                    <Button to={`/my/helping/${one.id}`}>去帮{one.name}办</Button>
                    <Button variant="quiet" onClick={() => setEnding(one)}>
                      不再帮办
                    </Button>
                  </div>
                </Card>
              </li>
            ))}
            {helpers.map((one) => (
              <li key={one.id}>
                <Card title={`${one.name}（${one.relationLabel}）可以帮我办`}>
                  <p className="num mb-2 text-ink-2">
                    {dateOf(one.namedAt)} 起{one.endedAt !== null && `，${dateOf(one.endedAt)} 结束`}
                  </p>
                  <ActList acts={one.acts} />
                  {one.endedAt === null && (
                    <div className="mt-3">
                      <Button variant="danger" onClick={() => setEnding(one)}>
                        取消
                      </Button>
                    </div>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {naming && <NameHelper onClose={() => setNaming(false)} />}
      {ending !== null && <EndHelp helper={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function NameHelper({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const add = useChange(api.helpers.name, {
    refresh: [api.helpers.mine],
    onSuccess: () => {
      tell("已指定，对方会收到通知");
      onClose();
    },
  });
  const form = useForm({
    initial: { name: "", citizenId: "", relation: "" as Relation | "" },
    rules: contractOf(api.helpers.name),
    error: add.error,
  });
  const { relation } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="指定一位亲属"
      footer={
        <FormFooter
          form={form}
          close="先不指定"
          action="指定"
          busy={add.isPending}
          onConfirm={() => {
            if (relation !== "") add.mutate({ body: { ...form.values, relation } });
          }}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <p className="text-ink-2">指定后，对方看得到您的记录（号码都已遮挡）。请只指定您信得过的人。</p>
        <FormField name="name" label="亲属的姓名">
          <Input {...form.bind("name")} autoComplete="off" />
        </FormField>
        <FormField name="citizenId" label="亲属的身份证号">
          <Input {...form.bind("citizenId")} autoComplete="off" className="num" />
        </FormField>
        <FormField name="relation" group label="是您的">
          <RadioGroup value={relation} onChange={(value) => form.set({ relation: value })} choices={RELATIONS} inline />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

function EndHelp({ helper, onClose }: { helper: Helper; onClose: () => void }): ReactElement {
  const tell = useToast();
  const end = useChange(api.helpers.end, {
    refresh: [api.helpers.mine],
    onSuccess: () => {
      tell("已取消");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`取消与${helper.name}之间的帮办`}
      consequences={["立即生效，对方会收到通知。", "已经办成的事不变，办理的记录留着。"]}
      action="取消帮办"
      danger
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ params: { id: helper.id }, body: {} })}
    />
  );
}
