import { occupations } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Checkbox } from "../kit/Checkbox.tsx";
import { Dialog } from "../kit/Dialog.tsx";
import { Field } from "../kit/Field.tsx";
import { MultiSelect } from "../kit/MultiSelect.tsx";
import { Popover } from "../kit/Popover.tsx";
import { ChartTable } from "../kit/staff/ChartTable.tsx";
import { DateBox } from "../kit/staff/DateBox.tsx";
import { FindingTable } from "../kit/staff/FindingTable.tsx";
import { ImportFindings } from "../kit/staff/ImportFindings.tsx";
import { Kbd } from "../kit/staff/Kbd.tsx";
import { PrintSheet } from "../kit/staff/PrintSheet.tsx";
import { RowAct } from "../kit/staff/RowAct.tsx";
import { StaffPage } from "../kit/staff/StaffPage.tsx";
import { DateRange } from "../lists/DateRange.tsx";
import { bureau, officer } from "./sample.ts";

const choices = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));
const found = {
  rows: 24,
  errorRows: 2,
  errors: [
    { rowNumber: 7, column: "身份证号", value: "5199***********01", sentence: "应为 18 位，这里只有 17 位。" },
    { rowNumber: 12, column: "手机号", value: "", sentence: "必填，用来发上课通知。" },
  ],
  warnings: [{ rowNumber: 3, column: "人员类别", value: "企业职工", sentence: "该班补贴面向登记失业人员，请核对。" }],
  unreadColumns: ["文化程度"],
  notes: [],
};
const columns = ["机构", "乡镇", "培训时间", "人数", "出勤率"];

export default function StaffFormsPart(): ReactElement {
  const [codes, setCodes] = useState(() => choices.slice(0, 2).map((one) => one.value));
  const [day, setDay] = useState("2020-04-13");
  const [from, setFrom] = useState("2020-03-01");
  const [to, setTo] = useState("");
  const [shown, setShown] = useState(columns.slice(0, 3));
  const [open, setOpen] = useState(false);
  const teaches = (
    <Field label="可以教的职业（工种）">
      <MultiSelect value={codes} onChange={setCodes} choices={choices} placeholder="输入名称或编码查找" />
    </Field>
  );
  return (
    <StaffFrame portal={bureau} account={officer}>
      <StaffPage
        title="填写与表格"
        intro="日期可以直接输入数字，也可以打开日历。"
        actions={
          <>
            <Popover
              align="end"
              label="显示哪些列"
              button={
                <Button variant="secondary" icon="columns">
                  列
                </Button>
              }
            >
              <div className="grid w-44">
                {columns.map((column) => (
                  <Checkbox
                    key={column}
                    plain
                    checked={shown.includes(column)}
                    onChange={(on) => setShown(on ? [...shown, column] : shown.filter((one) => one !== column))}
                  >
                    {column}
                  </Checkbox>
                ))}
              </div>
            </Popover>
            <Button onClick={() => setOpen(true)}>登记教师</Button>
          </>
        }
      >
        <div className="grid gap-4 lg:grid-cols-2">
          <Card title="填写">
            <div className="grid gap-4">
              <div className="w-40">
                <Field label="开班日期">
                  <DateBox value={day} onChange={setDay} />
                </Field>
              </div>
              <Field label="发证日期" group required="filter">
                <div className="max-w-80">
                  <DateRange
                    label="发证日期"
                    from={{ value: from, onChange: setFrom }}
                    to={{ value: to, onChange: setTo }}
                  />
                </div>
              </Field>
              {teaches}
            </div>
          </Card>
          <Card title="行内操作与快捷键">
            <p>
              王建国，企业导师，电工四级{" "}
              <RowAct label="修改 王建国 的登记" onClick={() => setOpen(true)}>
                修改
              </RowAct>
            </p>
            <p className="mt-3">
              下一件 <Kbd>j</Kbd>，上一件 <Kbd>k</Kbd>，查找 <Kbd>Ctrl K</Kbd>
            </p>
          </Card>
          <Card title="导入名册">
            <ImportFindings result={found} onMarked={() => undefined} />
          </Card>
          <Card title="导入中发现的问题">
            <FindingTable title="要改的行" advice="怎样改" findings={found.errors} />
          </Card>
        </div>
        <Card title="图的数据">
          <ChartTable
            kind="bar"
            caption="按人员类别"
            unit="人次"
            categories={["一季度", "二季度", "三季度"]}
            series={[
              { name: "企业职工", values: [1800, 2600, 3100] },
              { name: "登记失业", values: [900, 1200, 1100] },
            ]}
          />
        </Card>
        <PrintSheet title="开班通知书" left="编号 KB-2020-0117" right="2020-04-10" foot="由技能通生成">
          <p>同意示例县益民职业培训学校开办养老护理员五级第 4 期培训班，人数 30 人，2020-04-13 开课。</p>
        </PrintSheet>
      </StaffPage>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="登记教师"
        footer={<Button onClick={() => setOpen(false)}>登记教师</Button>}
      >
        {teaches}
      </Dialog>
    </StaffFrame>
  );
}
