import { useState, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Money } from "../kit/Money.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { Tabs } from "../kit/Tabs.tsx";
import { AttendanceGrid } from "../features/classes/AttendanceGrid.tsx";
import type { AttendanceMark } from "../features/classes/attendance-marks.ts";
import { CaseFacts } from "../lists/queue/CaseFacts.tsx";
import { CaseHistory } from "../lists/queue/CaseHistory.tsx";
import { DecisionPanel } from "../features/claims/DecisionPanel.tsx";
import { FilterList } from "../kit/staff/FilterList.tsx";
import type { QueueItem } from "../lists/queue/queue-order.ts";
import { ReasonDialog } from "../kit/staff/ReasonDialog.tsx";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { UnmaskButton } from "../kit/staff/UnmaskButton.tsx";
import { useHotkeys } from "../kit/staff/use-hotkeys.ts";
import { WatchMap } from "../features/classes/WatchMap.tsx";
import { WorkQueue } from "../lists/queue/WorkQueue.tsx";
import { bureau, decision, officer, stepTitles, testTitles } from "./sample.ts";

const names = ["李春梅", "陈志强", "吴秀兰", "顾永明", "徐丽", "钱大海", "孙小燕", "朱国平", "沈桂英", "马俊"];
const items: QueueItem[] = names.map((name, index) => ({
  key: `c${index}`,
  title: name,
  detail:
    index % 3 === 0
      ? "失业人员培训 · 养老护理员五级"
      : index % 3 === 1
        ? "岗位技能提升 · 电工四级"
        : "岗前培训 · 焊工五级",
  aside: <Money fen={[120000, 65000, 60000][index % 3] ?? 0} />,
  who: `本人确认 03-${28 - index}`,
  due: `2020-04-${String(index + 8).padStart(2, "0")}`,
  overdueDays: index === 4 ? 3 : index === 7 ? 1 : 0,
}));

const sessions = ["02", "03", "04", "05", "06", "09", "10", "11"].flatMap((day) => [
  { id: `${day}a`, date: `2020-03-${day}`, time: "上午" },
  { id: `${day}p`, date: `2020-03-${day}`, time: "下午" },
]);
const cycle: AttendanceMark[] = [
  "present",
  "present",
  "present",
  "late",
  "present",
  "present",
  "present",
  "present",
  "leave",
  "present",
  "present",
  "absent",
  "present",
  "present",
  "left-early",
  "present",
  "sick",
];
const rows = names.slice(0, 8).map((name, row) => ({
  id: `r${row}`,
  name,
  total: `${42 - row} 课时`,
  marks: Object.fromEntries(
    sessions.map((session, index) => [
      session.id,
      row === 4 && index > 13 ? undefined : cycle[(index + row * 5) % cycle.length],
    ]),
  ),
}));

export default function QueuePart(): ReactElement {
  const [current, setCurrent] = useState<string | null>("c4");
  const [state, setState] = useState("mine");
  const [tab, setTab] = useState("decision");
  const [refusing, setRefusing] = useState(false);
  useHotkeys({ r: () => setRefusing(true) });
  return (
    <StaffFrame portal={bureau} account={officer}>
      <WorkQueue
        title="补贴初审"
        emptyTitle="都办完了"
        current={current}
        onCurrent={setCurrent}
        items={items}
        keys={[
          ["p", "通过"],
          ["r", "退回"],
        ]}
        filters={
          <>
            <FilterList
              title="谁来办"
              value={state}
              onChange={setState}
              options={[
                { key: "mine", title: "我的待办", count: 10 },
                { key: "team", title: "本科室", count: 43 },
                { key: "done", title: "我办过的", count: 1204 },
              ]}
            />
            <FilterList
              title="补贴"
              value="all"
              onChange={() => undefined}
              options={[
                { key: "all", title: "全部", count: 10 },
                { key: "a", title: "失业人员培训", count: 4 },
                { key: "b", title: "岗位技能提升", count: 3 },
                { key: "c", title: "岗前培训", count: 3 },
              ]}
            />
            <FilterList
              title="抽查"
              value=""
              onChange={() => undefined}
              options={[{ key: "sample", title: "抽中复核", count: 2 }]}
            />
          </>
        }
      >
        <div className="grid gap-5">
          <CaseFacts
            number="BT-2020-03-000318"
            title="徐丽"
            status={<StatusMark kind="late">超期 3 个工作日</StatusMark>}
            amount={<Money fen={120000} exact size="large" />}
            facts={[
              { label: "补贴", value: "失业人员培训（五.2）" },
              {
                label: "身份证号",
                value: (
                  <UnmaskButton
                    masked="519921********0028"
                    what="身份证号"
                    onUnmask={() => Promise.resolve("519921198503020028")}
                  />
                ),
              },
              { label: "人员类别", value: "登记失业人员" },
              { label: "班级", value: "养老护理员五级 第 3 期" },
              { label: "机构", value: "示例县益民职业培训学校" },
              { label: "证书", value: "JNT-2020-000318" },
            ]}
            actions={
              <>
                <Button hotkey="p">通过初审</Button>
                <Button variant="secondary" hotkey="r" onClick={() => setRefusing(true)}>
                  退回补充
                </Button>
                <Button variant="danger">不予通过</Button>
              </>
            }
          />
          <Tabs
            label="案卷"
            current={tab}
            onChange={setTab}
            tabs={[
              { key: "decision", title: "判定" },
              { key: "attendance", title: "考勤", count: 16 },
              { key: "watch", title: "线上学习", count: 3 },
              { key: "history", title: "经过", count: 4 },
            ]}
          >
            {tab === "decision" && (
              <DecisionPanel
                decision={decision}
                testTitle={(test) => testTitles[test] ?? test}
                stepTitle={(step) => stepTitles[step] ?? step}
                clauseHref={(clause) => `/policy#${clause}`}
              />
            )}
            {tab === "attendance" && (
              <AttendanceGrid caption="考勤" sessions={sessions} rows={rows} highlight="r4" onCell={() => undefined} />
            )}
            {tab === "watch" && (
              <WatchMap
                caption="线上学习"
                lanes={[
                  {
                    id: "1",
                    title: "第一课 认识老年人",
                    duration: 1800,
                    credited: [[0, 1800]],
                    checks: [
                      { at: 600, passed: true },
                      { at: 1320, passed: true },
                    ],
                  },
                  {
                    id: "2",
                    title: "第二课 跌倒的预防与处理",
                    duration: 1260,
                    credited: [
                      [0, 420],
                      [450, 720],
                    ],
                    refused: [{ interval: [720, 980], reason: "错过抽查，退回到上次通过处" }],
                    checks: [
                      { at: 300, passed: true },
                      { at: 980, passed: false },
                    ],
                  },
                  { id: "3", title: "第三课 职业道德与法律", duration: 900, credited: [[0, 240]] },
                ]}
              />
            )}
            {tab === "history" && (
              <CaseHistory
                entries={[
                  { id: "1", at: "2020-03-28 09:12", who: "徐丽", what: "确认领取", note: "手机端" },
                  { id: "2", at: "2020-03-27 02:00", who: "平台", what: "按事实生成补贴申请", note: "证书登记触发" },
                ]}
              />
            )}
          </Tabs>
        </div>
      </WorkQueue>
      <ReasonDialog
        open={refusing}
        onClose={() => setRefusing(false)}
        title="退回补充材料"
        action="退回给徐丽"
        rules={{ reason: { required: true, min: 4, max: 500 } }}
        readBy="申请人会原样看到这段话，请写清缺什么、到哪里补。"
        consequences={["申请回到徐丽手中，初审计时停止。", "徐丽会收到短信，补齐后重新进入您的待办。"]}
        reasons={[
          { value: "a", label: "材料不清晰" },
          { value: "b", label: "信息不一致" },
        ]}
        onConfirm={() => setRefusing(false)}
      />
    </StaffFrame>
  );
}
