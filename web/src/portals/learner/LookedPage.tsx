import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";

/** Log of unmasked data of the person: who, when and why. */
export default function LookedPage(): ReactElement {
  const query = useApi(api.me.record, {});
  return (
    <Page
      title="谁看过我的信息"
      intro="工作人员平时只看到遮挡后的号码。要看完整的，必须写明用途，每一次都记在这里，删不掉。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView
        query={query}
        lines={5}
        isEmpty={(data) => data.dataAccesses.length === 0}
        empty={<Empty title="还没有人看过您的完整信息">如果有人看了，这里会写明是谁、什么时候、为什么。</Empty>}
      >
        {(data) => (
          <RecordList
            caption="查看记录"
            rows={data.dataAccesses}
            rowKey={(row) => String(row.id)}
            columns={[
              { key: "by", title: "谁", onPhone: "title", render: (row) => `${row.by}（${row.roleLabel}）` },
              {
                key: "at",
                title: "什么时候",
                onPhone: "aside",
                render: (row) => <span className="num font-normal text-ink-2">{formatInstant(row.at)}</span>,
              },
              { key: "what", title: "看了什么", render: (row) => row.fieldLabels.join("、") },
              { key: "why", title: "为什么", render: (row) => row.purpose },
            ]}
          />
        )}
      </QueryView>
    </Page>
  );
}
