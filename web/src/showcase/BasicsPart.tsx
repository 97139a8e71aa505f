import { trades } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Disclosure } from "../kit/Disclosure.tsx";
import { Empty } from "../kit/Empty.tsx";
import { FactList } from "../kit/FactList.tsx";
import { Icon, iconNames } from "../kit/Icon.tsx";
import { Link } from "../kit/Link.tsx";
import { Logo } from "../kit/Logo.tsx";
import { Page } from "../kit/Page.tsx";
import { QueryView } from "../kit/QueryView.tsx";
import { ScrollArea } from "../kit/ScrollArea.tsx";
import { Thread, ThreadNode } from "../kit/Thread.tsx";
import { Drawing } from "../kit/TradeDrawing.tsx";

const refetch = () => undefined;
const queries = [
  { name: "正在读取", query: { data: undefined, error: null, isPending: true, refetch } },
  { name: "没有读到", query: { data: undefined, error: new Error("offline"), isPending: false, refetch } },
  { name: "读到了", query: { data: ["养老护理员五级 第 3 期"], error: null, isPending: false, refetch } },
  { name: "没有内容", query: { data: [], error: null, isPending: false, refetch } },
];

export default function BasicsPart(): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <main>
      <Page title="基础" intro="图标、链接、对话框、过程线，以及数据的几种样子。" width="wide">
        <Card title="标志与图标" action={<Logo />}>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.75em,1fr))] gap-2">
            {iconNames.map((name) => (
              <li key={name} className="grid justify-items-center gap-1 rounded-md border border-line px-1 py-3">
                <Icon name={name} size={28} />
                <code className="font-mono text-xs text-ink-2">{name}</code>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="工种">
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.5em,1fr))] gap-2">
            {trades.map(({ drawing, name }) => (
              <li key={name} className="grid justify-items-center gap-1 rounded-md border border-line px-1 py-3">
                <Drawing name={drawing} size={64} />
                <span className="text-sm text-ink-2">{name}</span>
              </li>
            ))}
          </ul>
        </Card>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title="链接与折叠">
            <p className="mb-3">
              依据
              <Link to="/kit/learner" className="text-accent underline underline-offset-4">
                《职业技能提升行动实施办法》第五条
              </Link>
              计算。
            </p>
            <Disclosure summary="为什么线上课时要折算">
              <p>线上看课按一半折算：看满 2 课时算 1 课时，线下课时按实际计。</p>
            </Disclosure>
          </Card>
          <Card title="过程线">
            <Thread label="办理进度">
              <ThreadNode tone="done">初审通过，2020-03-31</ThreadNode>
              <ThreadNode tone="now">复审，2020-04-02 前办完</ThreadNode>
              <ThreadNode tone="todo">公示五个工作日</ThreadNode>
              <ThreadNode tone="refused" last>
                不予通过的样子
              </ThreadNode>
            </Thread>
          </Card>
        </div>
        <div className="grid gap-6 lg:grid-cols-2">
          {queries.map(({ name, query }) => (
            <Card key={name} title={name}>
              <QueryView
                query={query}
                isEmpty={(list) => list.length === 0}
                empty={<Empty title="还没有班级">报名后，这里会列出您的班级。</Empty>}
              >
                {(list) => <p>{list.join("、")}</p>}
              </QueryView>
            </Card>
          ))}
        </div>
        <Card title="可以滚动的内容">
          <ScrollArea label="各期开班人数">
            <table className="w-[72rem] text-left">
              <tbody>
                {["第 1 期", "第 2 期"].map((name) => (
                  <tr key={name} className="border-b border-line">
                    <th scope="row" className="py-2 font-medium">
                      {name}
                    </th>
                    {Array.from({ length: 12 }, (_, month) => (
                      <td key={month} className="num py-2">
                        {month + 1}月 {24 + ((month * 7) % 11)} 人
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </Card>
        <div>
          <Button onClick={() => setOpen(true)}>查看报名信息</Button>
        </div>
      </Page>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="报名信息"
        footer={<Button onClick={() => setOpen(false)}>知道了</Button>}
      >
        <FactList
          columns={1}
          facts={[
            { label: "班级", value: "养老护理员五级 第 4 期" },
            { label: "上课时间", value: "2020-04-13 至 04-30" },
            { label: "地点", value: "示例街道实训楼 302" },
          ]}
        />
      </Dialog>
    </main>
  );
}
