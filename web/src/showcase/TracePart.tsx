import type { ReactElement } from "react";
import { Card } from "../kit/Card.tsx";
import { Money } from "../kit/Money.tsx";
import { DecisionPanel } from "../features/claims/DecisionPanel.tsx";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { StaffPage } from "../kit/staff/StaffPage.tsx";
import { TraceLine } from "../kit/staff/TraceLine.tsx";
import { WatchMap } from "../features/classes/WatchMap.tsx";
import { bureau, decision, officer, stepTitles, testTitles } from "./sample.ts";

export default function TracePart(): ReactElement {
  return (
    <StaffFrame portal={bureau} account={officer}>
      <StaffPage title="从这一元，到那节课" intro="付款 ZF-2020-0412-0007 的全部来历，没有省略。">
        <Card>
          <TraceLine
            label="资金来历"
            nodes={[
              {
                id: "1",
                icon: "money",
                kind: "拨付",
                on: "2020-04-20 10:32",
                who: "示例县财政局 · 何琳 放款",
                title: <Money fen={120000} exact />,
                href: "#",
                facts: [
                  { label: "收款", value: "徐丽 · 社保卡尾号 3308" },
                  { label: "资金来源", value: "失业保险基金专账" },
                  { label: "银行回单", value: "已到账 2020-04-20" },
                ],
              },
              {
                id: "2",
                icon: "table",
                kind: "批次",
                on: "2020-04-17",
                who: "宋洁 制单 · 何琳 复核",
                title: "放款批次 2020-0412，38 笔",
                href: "#",
              },
              {
                id: "3",
                icon: "claim",
                kind: "申请",
                on: "2020-03-28",
                who: "徐丽 确认",
                title: "BT-2020-03-000318 失业人员培训补贴",
                href: "#",
              },
              {
                id: "4",
                icon: "check",
                kind: "判定",
                title: "符合条件，六项都满足",
                href: "#",
                evidence: (
                  <DecisionPanel
                    decision={decision}
                    testTitle={(test) => testTitles[test] ?? test}
                    stepTitle={(step) => stepTitles[step] ?? step}
                  />
                ),
              },
              {
                id: "5",
                icon: "certificate",
                kind: "证书",
                on: "2020-03-24",
                title: "养老护理员五级 JNT-2020-000318",
                href: "#",
              },
              {
                id: "6",
                icon: "hours",
                kind: "学时",
                title: "61 课时：线下 42，线上 38 折算 19",
                href: "#",
                evidence: (
                  <WatchMap
                    caption="线上学习"
                    lanes={[
                      {
                        id: "1",
                        title: "第一课 认识老年人",
                        duration: 1800,
                        credited: [[0, 1800]],
                        checks: [{ at: 600, passed: true }],
                      },
                      { id: "2", title: "第二课 跌倒的预防与处理", duration: 1260, credited: [[0, 1200]] },
                    ]}
                  />
                ),
              },
              {
                id: "7",
                icon: "class",
                kind: "班级",
                on: "2020-03-02 至 03-20",
                title: "养老护理员五级 第 3 期",
                href: "#",
              },
            ]}
          />
        </Card>
      </StaffPage>
    </StaffFrame>
  );
}
