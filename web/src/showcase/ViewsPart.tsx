import { useState, type ReactElement } from "react";
import { NetworkError, ProblemError } from "../api/problem.ts";
import { Bars } from "../kit/Bars.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { ConfirmSheet } from "../kit/ConfirmSheet.tsx";
import { Count } from "../kit/Count.tsx";
import { Empty } from "../kit/Empty.tsx";
import { ErrorNotice } from "../kit/ErrorNotice.tsx";
import { FactList } from "../kit/FactList.tsx";
import { formatPeriod } from "../kit/format.ts";
import { Money } from "../kit/Money.tsx";
import { MoneyRiver } from "../features/fund/MoneyRiver.tsx";
import { Notice } from "../kit/Notice.tsx";
import { OfflineBar } from "../kit/OfflineBar.tsx";
import { Page } from "../kit/Page.tsx";
import { Pager } from "../kit/Pager.tsx";
import { PhoneLink } from "../kit/PhoneLink.tsx";
import { ProgressRing } from "../kit/ProgressRing.tsx";
import { QrCode } from "../kit/QrCode.tsx";
import { RecordList } from "../kit/RecordList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { StatusMark, type StatusKind } from "../kit/StatusMark.tsx";
import { Tabs } from "../kit/Tabs.tsx";
import { useToast } from "../kit/Toast.tsx";
import { VideoPlayer } from "../features/player/VideoPlayer.tsx";

const classes = [
  {
    id: "1",
    name: "养老护理员五级 第 4 期",
    school: "示例县益民职业培训学校",
    town: "示例街道",
    from: "2020-04-13",
    to: "2020-04-30",
    left: 6,
    fen: 120000,
  },
  {
    id: "2",
    name: "焊工五级 第 2 期",
    school: "示例县职业技术学校",
    town: "青石镇",
    from: "2020-04-15",
    to: "2020-05-08",
    left: 0,
    fen: 150000,
  },
  {
    id: "3",
    name: "电子商务师四级 第 1 期",
    school: "汇智职业培训中心",
    town: "经济开发区",
    from: "2020-04-20",
    to: "2020-05-15",
    left: 17,
    fen: 170000,
  },
];

const statuses: [StatusKind, string][] = [
  ["turn", "等您确认"],
  ["doing", "初审中"],
  ["waiting", "公示中"],
  ["done", "已拨付"],
  ["refused", "不予通过"],
  ["late", "超期 3 天"],
  ["ended", "已撤回"],
];

export default function ViewsPart(): ReactElement {
  const [tab, setTab] = useState("open");
  const [open, setOpen] = useState(false);
  const tell = useToast();
  return (
    <main>
      <Page title="展示" intro="列表、状态、数字与图。" width="wide">
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {statuses.map(([kind, word]) => (
            <StatusMark key={kind} kind={kind}>
              {word}
            </StatusMark>
          ))}
        </div>
        <Card title="找培训班">
          <Tabs
            label="班级"
            current={tab}
            onChange={setTab}
            tabs={[
              { key: "open", title: "正在报名", count: 24 },
              { key: "soon", title: "即将开课", count: 7 },
              { key: "done", title: "已经结束" },
            ]}
          >
            <RecordList
              caption="培训班"
              rows={classes}
              rowKey={(row) => row.id}
              href={(row) => `/classes/${row.id}`}
              columns={[
                { key: "name", title: "班级", render: (row) => row.name, onPhone: "title" },
                { key: "school", title: "机构", render: (row) => row.school },
                { key: "town", title: "地点", render: (row) => row.town },
                {
                  key: "period",
                  title: "时间",
                  render: (row) => <span className="num">{formatPeriod(row.from, row.to)}</span>,
                },
                {
                  key: "left",
                  title: "余位",
                  align: "right",
                  onPhone: "aside",
                  render: (row) =>
                    row.left === 0 ? <StatusMark kind="ended">已满</StatusMark> : <Count value={row.left} unit="名" />,
                },
                { key: "fen", title: "补贴标准", align: "right", render: (row) => <Money fen={row.fen} /> },
              ]}
            />
            <PhoneLink phone="0513-00000100" />
            <Pager shown={3} total={24} unit="期" hasMore onMore={() => tell("已再读 20 期")} />
          </Tabs>
        </Card>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title="证书">
            <div className="flex flex-wrap items-start gap-6">
              <QrCode text="https://example.cn/certificates/JNT-2020-000318" caption="JNT-2020-000318" size={168} />
              <div className="min-w-[min(12em,100%)] flex-1">
                <FactList
                  columns={1}
                  facts={[
                    { label: "姓名", value: "李*梅" },
                    { label: "工种与等级", value: "养老护理员 五级" },
                    { label: "发证机构", value: "示例县职业技能评价中心" },
                    { label: "发证日期", value: "2020-03-24" },
                  ]}
                />
              </div>
            </div>
          </Card>
          <Card title="学时">
            <div className="flex flex-wrap items-center gap-6">
              <ProgressRing value={54} max={60} label="学时">
                <span className="text-2xl font-semibold">54</span>
                <span className="block text-sm text-ink-2">共 60 课时</span>
              </ProgressRing>
              <div className="grid flex-1 gap-3">
                <Button onClick={() => setOpen(true)}>确认这笔补贴</Button>
                <Button variant="secondary" onClick={() => tell("已保存")}>
                  保存
                </Button>
                <Button variant="danger">撤回申请</Button>
                <Button busy>正在提交</Button>
              </div>
            </div>
          </Card>
        </div>
        <Card>
          <MoneyRiver
            caption="2020 年资金从哪里来，用在哪里"
            sources={[
              { id: "s1", label: "失业保险基金专账", fen: 2_380_000_000 },
              { id: "s2", label: "就业补助资金", fen: 860_000_000 },
              { id: "s3", label: "企业职工教育经费", fen: 310_000_000 },
            ]}
            uses={[
              { id: "u1", label: "岗位技能提升", fen: 1_420_000_000, href: "/fund" },
              { id: "u2", label: "失业人员培训", fen: 960_000_000, href: "/fund" },
              { id: "u3", label: "新型学徒制", fen: 620_000_000, href: "/fund" },
              { id: "u4", label: "以工代训", fen: 350_000_000, href: "/fund" },
              { id: "u5", label: "创业培训", fen: 200_000_000, href: "/fund" },
            ]}
            flows={[
              { from: "s1", to: "u1", fen: 1_300_000_000 },
              { from: "s1", to: "u2", fen: 500_000_000 },
              { from: "s1", to: "u3", fen: 430_000_000 },
              { from: "s1", to: "u4", fen: 150_000_000 },
              { from: "s2", to: "u2", fen: 460_000_000 },
              { from: "s2", to: "u4", fen: 200_000_000 },
              { from: "s2", to: "u5", fen: 200_000_000 },
              { from: "s3", to: "u1", fen: 120_000_000 },
              { from: "s3", to: "u3", fen: 190_000_000 },
            ]}
          />
        </Card>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card>
            <Bars
              caption="各乡镇培训人次"
              unit="人次"
              bars={[
                { label: "示例街道", value: 3204, href: "/fund" },
                { label: "青石镇", value: 2261 },
                { label: "经济开发区", value: 1980 },
                { label: "双河镇", value: 1422 },
                { label: "柳林镇", value: 1188, mark: true },
                { label: "石桥镇", value: 640 },
              ]}
            />
          </Card>
          <div className="grid content-start gap-4">
            <OfflineBar always />
            <Notice title="示例数据">这里的人和金额都是示例，不是真实记录。</Notice>
            <Notice tone="turn" title="请在 2020-04-10 前确认">
              过期不确认，名额会转给下一位。
            </Notice>
            <ErrorNotice
              error={
                new ProblemError({
                  type: "",
                  title: "内容未被接受",
                  status: 422,
                  code: "x",
                  detail: "有两处需要改正。",
                  errors: [
                    { pointer: "/phone", detail: "手机号应为 11 位数字。" },
                    { pointer: "/idNumber", detail: "身份证号最后一位校验不符，请对照证件核对。" },
                  ],
                })
              }
              fieldNames={{ "/phone": "手机号", "/idNumber": "身份证号" }}
            />
            <ErrorNotice error={new NetworkError("offline")} onRetry={() => undefined} />
          </div>
        </div>
        <div className="grid gap-6 lg:grid-cols-2">
          <Empty title="还没有报名的班级" action={<Button variant="secondary">去找培训班</Button>}>
            报名后，这里会列出每次上课的时间和地点。
          </Empty>
          <Card>
            <Skeleton />
          </Card>
        </div>
        <Card title="跌倒的预防与处理">
          <VideoPlayer
            src="/none.mp4"
            title="跌倒的预防与处理"
            duration={1260}
            furthest={760}
            credited={[
              [0, 420],
              [450, 720],
            ]}
          />
        </Card>
      </Page>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title="确认领取培训补贴"
        consequences={[
          "申请交给示例县人社局初审，10 个工作日内办完。",
          "通过后公示五个工作日，公示时只显示“李*梅”和遮挡后的证件号。",
          <>
            补贴 <Money fen={120000} /> 打到您尾号 3308 的社保卡。
          </>,
        ]}
        action="确认领取 1,200 元"
        onConfirm={() => setOpen(false)}
      />
    </main>
  );
}
