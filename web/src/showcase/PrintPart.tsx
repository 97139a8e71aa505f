import type { ReactElement } from "react";
import { formatYuan } from "../kit/format.ts";
import { ApprovalSheet } from "../kit/staff/ApprovalSheet.tsx";
import { RosterPrint } from "../features/classes/RosterPrint.tsx";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { StaffPage } from "../kit/staff/StaffPage.tsx";
import { bureau, officer } from "./sample.ts";

const people = ["李春梅", "陈志强", "吴秀兰", "顾永明", "徐丽", "钱大海"].map((name, index) => ({
  id: String(index),
  name,
  number: `519921********${1028 + index * 11}`,
  hours: 61 - index,
  fen: 120000,
}));

export default function PrintPart(): ReactElement {
  return (
    <StaffFrame portal={bureau} account={officer}>
      <StaffPage title="表单" sheet>
        <ApprovalSheet
          title="职业培训补贴审批表"
          number="BT-2020-03-000318"
          on="2020-04-02"
          facts={[
            { label: "姓名", value: "徐丽" },
            { label: "身份证号", value: "519921********0028" },
            { label: "人员类别", value: "登记失业人员" },
            { label: "补贴项目", value: "失业人员培训（五.2）" },
            { label: "班级", value: "养老护理员五级 第 3 期，2020-03-02 至 03-20", wide: true },
            { label: "金额", value: `${formatYuan(120000, { fen: "always" })} 元（壹仟贰佰元整）`, wide: true },
          ]}
          steps={[
            { title: "初审", opinion: "材料齐全，事实与系统记录一致，同意。", name: "周敏", on: "2020-03-31" },
            { title: "复审", opinion: "同意，按程序公示。", name: "高建军", on: "2020-04-02" },
            { title: "财政", opinion: "" },
          ]}
          foot="由技能通生成，判定依据政策包 example-2025 1.2.0，摘要 sha256:6f1b0d0c…"
        />
        <RosterPrint
          title="培训补贴花名册"
          left="养老护理员五级 第 3 期 · 示例县益民职业培训学校"
          right="2020-03-24"
          rows={people}
          rowKey={(row) => row.id}
          signature
          columns={[
            { title: "姓名", render: (row) => row.name },
            { title: "身份证号", render: (row) => row.number },
            { title: "课时", align: "right", render: (row) => row.hours },
            { title: "金额（元）", align: "right", render: (row) => formatYuan(row.fen, { fen: "always" }) },
          ]}
          total={`合计 6 人，${formatYuan(720000, { fen: "always" })} 元`}
        />
      </StaffPage>
    </StaffFrame>
  );
}
