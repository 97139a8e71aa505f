import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { PhoneLink } from "../../kit/PhoneLink.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { Page } from "../../kit/Page.tsx";

/** Contacts: the hotline and the county's offices. */
export default function ContactPage(): ReactElement {
  const { hotline, offices, region, towns } = county();
  const windows = towns.flatMap(({ window }) => (window === undefined ? [] : [window]));
  return (
    <Page
      title="联系我们"
      intro={
        <>
          {region.name}的补贴性培训有问题，先打{hotline.name} <PhoneLink phone={hotline.phone} />
        </>
      }
    >
      {windows.length > 0 && (
        <Card title="各镇（街道）人社服务窗口">
          <p className="mb-3 text-ink-2">没有手机、不会操作的，带身份证到窗口，经您同意，工作人员当场代您办理。</p>
          <RecordList
            caption="各镇（街道）人社服务窗口"
            rows={windows}
            rowKey={(one) => one.name}
            columns={[
              { key: "name", title: "窗口", onPhone: "title", render: (one) => one.name },
              { key: "phone", title: "电话", render: (one) => <PhoneLink phone={one.phone} /> },
              { key: "address", title: "地址", render: (one) => one.address },
              { key: "hours", title: "办公时间", render: (one) => one.hours },
            ]}
          />
        </Card>
      )}
      {Object.values(offices).map((office) => (
        <Card key={office.name} title={office.name}>
          <FactList
            facts={[
              { label: "电话", value: <PhoneLink phone={office.phone} /> },
              { label: "地址", value: office.address },
              { label: "办公时间", value: office.hours },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}
