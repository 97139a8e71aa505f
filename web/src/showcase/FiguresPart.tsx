import { useState, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { Chart } from "../kit/staff/Chart.tsx";
import { FigureTile } from "../kit/staff/FigureTile.tsx";
import { DateRange } from "../lists/DateRange.tsx";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { StaffPage } from "../kit/staff/StaffPage.tsx";
import { bureau, officer } from "./sample.ts";

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

export default function FiguresPart(): ReactElement {
  const [from, setFrom] = useState("2020-01-01");
  const [to, setTo] = useState("2020-12-31");
  return (
    <StaffFrame portal={bureau} account={officer}>
      <StaffPage
        title="统计"
        intro="统计到 2020-12-31 24:00，每个数都可以点开看明细。"
        actions={
          <>
            <span className="w-72">
              <DateRange
                label="统计日期"
                from={{ value: from, onChange: setFrom }}
                to={{ value: to, onChange: setTo }}
              />
            </span>
            <Select
              className="w-32"
              aria-label="按"
              value="town"
              onChange={() => undefined}
              choices={[{ value: "town", label: "按乡镇分" }]}
            />
            <Button variant="secondary" icon="download">
              导出 Excel
            </Button>
          </>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <FigureTile
            title="补贴性培训"
            value={21384}
            unit="人次"
            target={{ value: 20000, label: "年度目标" }}
            trend={[4, 6, 7, 9, 8, 12, 14, 15, 13, 18, 20, 22]}
            href="/kit/figures"
          />
          <FigureTile
            title="培训人数（按身份去重）"
            value={17922}
            unit="人"
            trend={[3, 5, 6, 8, 7, 10, 11, 12, 11, 15, 17, 18]}
            change="比上年多 2,310 人"
            href="/kit/figures"
          />
          <FigureTile
            title="新型学徒"
            value={612}
            unit="人"
            target={{ value: 750, label: "三年目标" }}
            trend={[1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6, 6]}
            href="/kit/figures"
          />
          <FigureTile
            title="已拨付资金"
            value={35500000}
            unit="元"
            target={{ value: 70000000, label: "三年目标" }}
            trend={[1, 2, 2, 4, 5, 5, 6, 8, 8, 9, 11, 12]}
            href="/kit/figures"
          />
        </div>
        <div className="grid gap-4 xl:grid-cols-2">
          <Chart
            kind="bar"
            horizontal
            caption="各乡镇培训人次"
            unit="人次"
            height={360}
            categories={[
              "示例街道",
              "青石镇",
              "经济开发区",
              "工业园区",
              "双河镇",
              "柳林镇",
              "东山镇",
              "平安镇",
              "云台镇",
              "石桥镇",
            ]}
            series={[{ name: "人次", values: [3204, 2961, 2480, 2210, 1822, 1688, 1502, 1377, 1204, 940] }]}
            onPick={() => undefined}
          />
          <Chart
            kind="line"
            caption="逐月拨付"
            unit="元"
            height={360}
            categories={months}
            series={[
              {
                name: "2020 年",
                values: [120, 80, 210, 340, 380, 420, 310, 300, 460, 380, 290, 260].map((value) => value * 10000),
              },
              {
                name: "2019 年",
                values: [0, 0, 60, 120, 180, 240, 200, 210, 280, 310, 260, 340].map((value) => value * 10000),
              },
            ]}
            target={{ value: 3500000, label: "月均计划" }}
          />
          <Chart
            kind="stacked"
            caption="按人员类别"
            unit="人次"
            categories={["一季度", "二季度", "三季度", "四季度"]}
            series={[
              { name: "企业职工", values: [1800, 2600, 3100, 3400] },
              { name: "登记失业", values: [900, 1200, 1100, 1300] },
              { name: "农村转移就业", values: [500, 900, 1200, 1000] },
              { name: "其他", values: [300, 420, 380, 284] },
            ]}
          />
          <Chart
            kind="bar"
            caption="证书等级"
            unit="本"
            categories={["五级", "四级", "三级", "二级", "一级", "专项"]}
            series={[{ name: "证书", values: [6120, 3840, 1410, 240, 36, 2988] }]}
          />
        </div>
      </StaffPage>
    </StaffFrame>
  );
}
