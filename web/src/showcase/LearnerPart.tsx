import type { ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { ClaimTimeline } from "../features/claims/ClaimTimeline.tsx";
import { ConditionList } from "../kit/ConditionList.tsx";
import { ElderFold } from "../kit/ElderFold.tsx";
import { ElderSwitch } from "../kit/ElderSwitch.tsx";
import { Hours } from "../kit/Hours.tsx";
import { Money } from "../kit/Money.tsx";
import { NextSteps } from "../kit/NextSteps.tsx";
import { Page } from "../kit/Page.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { ReadAloud } from "../kit/ReadAloud.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { ThemeSwitch } from "../kit/ThemeSwitch.tsx";
import { ViewSwitch } from "../kit/ViewSwitch.tsx";
import { conditions } from "./sample.ts";

export default function LearnerPart(): ReactElement {
  return (
    <main>
      <div className="flex justify-end bg-sheet px-4">
        <ReadAloud />
        <ElderSwitch />
        <ThemeSwitch />
        <ViewSwitch />
      </div>
      <ElderFold label="看更多">{null}</ElderFold>
      <Page title="李春梅，您好" intro="今天有一节课，还有一笔补贴等您确认。">
        <Card tone="turn" title="下一步">
          <NextSteps
            steps={[
              {
                id: "1",
                when: "今天 14:30 · 示例街道实训楼 302",
                title: "签到：老年人日常照护（三）",
                detail: "养老护理员五级 第 3 期 · 王建国老师",
                action: (
                  <>
                    <Button icon="scan">扫码签到</Button>
                    <Button variant="secondary">输入签到码</Button>
                  </>
                ),
              },
              {
                id: "2",
                when: "请在 2020-04-10 前确认",
                title: "确认培训补贴 1,200 元",
                detail: "平台已按您的记录算好，核对无误就可以确认。",
                action: <Button variant="secondary">去核对</Button>,
              },
              { id: "3", when: "随时", title: "继续学：跌倒的预防与处理", detail: "看到 12:40，还剩 8 分钟" },
            ]}
          />
        </Card>
        <Card title="养老护理员五级 第 3 期" action={<StatusMark kind="doing">正在上课</StatusMark>}>
          <div className="grid gap-3">
            <p className="flex flex-wrap justify-between gap-2">
              <span>已学</span>
              <span>
                <strong className="text-xl">
                  <Hours value={54} of={60} />
                </strong>
              </span>
            </p>
            <ProgressBar value={54} max={72} target={60} label="学时" />
            <p className="text-sm text-ink-2">
              线下 40 课时；线上看了 28 课时，按一半折算 14 课时。橙色竖线是要求的 60 课时。
            </p>
            <Link to="/kit/learner" className="text-accent underline underline-offset-4">
              每一课时是怎么来的
            </Link>
          </div>
        </Card>
        <Card title="登记失业人员培训补贴">
          <p className="mb-4">
            <Money fen={120000} size="display" />
          </p>
          <ConditionList
            conditions={conditions.map((one) =>
              one.met === false
                ? {
                    ...one,
                    remedy: (
                      <>
                        <Button variant="secondary">看看差的 6 课时</Button>
                        <Button variant="quiet">对课时有疑问</Button>
                      </>
                    ),
                  }
                : one,
            )}
            clauseHref={(clause) => `/policy#${clause}`}
          />
        </Card>
        <Card title="办理进度" action={<StatusMark kind="doing">公示中</StatusMark>}>
          <ClaimTimeline
            stages={[
              { id: "1", title: "您已确认", tone: "done", office: "李春梅", on: "2020-03-28" },
              { id: "2", title: "初审通过", tone: "done", office: "示例县人社局 就业管理中心", on: "2020-03-31" },
              { id: "3", title: "复审通过", tone: "done", office: "示例县人社局 职业能力建设科", on: "2020-04-02" },
              {
                id: "4",
                title: "公示",
                tone: "now",
                office: "示例县人社局",
                due: "2020-04-10",
                note: "公示五个工作日（清明放假不算），没有异议就转给财政。",
              },
              { id: "5", title: "拨付到社保卡", tone: "todo", office: "示例县财政局", due: "2020-04-20" },
            ]}
          />
        </Card>
      </Page>
    </main>
  );
}
