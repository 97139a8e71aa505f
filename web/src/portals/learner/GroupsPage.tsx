import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark, type StatusKind } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DeclareGroupDialog } from "../../features/person/DeclareGroupDialog.tsx";

const kinds: Readonly<Record<string, StatusKind>> = {
  declared: "doing",
  confirmed: "done",
  rejected: "refused",
  withdrawn: "ended",
  ended: "ended",
};

/** The target groups a person belongs to: confirmed, waiting or refused, each with its dates. */
export default function GroupsPage(): ReactElement {
  const query = useApi(api.me.record, {});
  const [declaring, setDeclaring] = useState(false);
  const tell = useToast();
  const withdraw = useChange(api.groups.withdraw, {
    refresh: [api.me.record, api.policy.myEntitlements],
    onSuccess: () => tell("申报已撤回"),
  });
  return (
    <Page
      title="身份类别"
      intro="属于哪一类，关系到能享受哪些补贴。申报后由人社部门核实。"
      back={{ to: "/my/me", title: "我的" }}
      action={
        <Button icon="plus" onClick={() => setDeclaring(true)}>
          申报一类
        </Button>
      }
    >
      {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
      <QueryView
        query={query}
        lines={5}
        isEmpty={(data) => data.groups.length === 0}
        empty={
          <Empty title="还没有登记身份类别" action={<Button onClick={() => setDeclaring(true)}>申报一类</Button>}>
            比如登记失业人员、低保对象、退役军人。不属于任何一类，也可以参加培训。
          </Empty>
        }
      >
        {(data) => (
          <ul className="grid gap-4">
            {data.groups.map((group) => (
              <li key={group.id}>
                <Card
                  title={group.label}
                  action={<StatusMark kind={kinds[group.state] ?? "doing"}>{group.stateLabel}</StatusMark>}
                >
                  <p className="num text-ink-2">{formatPeriod(group.validFrom, group.validTo)}</p>
                  {group.note !== null && <p className="text-sm text-ink-2">证明：{group.note}</p>}
                  {group.evidenceFileId !== null && <p className="text-sm text-ink-2">已上传证明材料</p>}
                  {group.reason !== null && group.reason !== "" && <p className="mt-1">理由：{group.reason}</p>}
                  {group.state === "declared" && (
                    <div className="mt-3">
                      <Button
                        variant="quiet"
                        busy={withdraw.isPending}
                        onClick={() => withdraw.mutate({ params: { id: group.id } })}
                      >
                        撤回这次申报
                      </Button>
                    </div>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {declaring && <DeclareGroupDialog onClose={() => setDeclaring(false)} />}
    </Page>
  );
}
