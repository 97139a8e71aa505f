import { useState, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Card } from "../kit/Card.tsx";
import { Checkbox } from "../kit/Checkbox.tsx";
import { CheckboxGroup } from "../kit/CheckboxGroup.tsx";
import { DateInput } from "../kit/DateInput.tsx";
import { Field } from "../kit/Field.tsx";
import { FileUpload } from "../kit/FileUpload.tsx";
import { FormBody, FormField, useForm } from "../kit/form.tsx";
import { Input } from "../kit/Input.tsx";
import { MoneyInput } from "../kit/MoneyInput.tsx";
import { Notice } from "../kit/Notice.tsx";
import { Page } from "../kit/Page.tsx";
import { PhoneCode } from "../kit/PhoneCode.tsx";
import { QrScan } from "../kit/QrScan.tsx";
import { RadioGroup } from "../kit/RadioGroup.tsx";
import { SearchBox } from "../kit/SearchBox.tsx";
import { Select } from "../kit/Select.tsx";
import { Stepper } from "../kit/Stepper.tsx";
import { TextArea } from "../kit/TextArea.tsx";

const towns = ["示例街道", "清泉镇", "新塘镇", "双河镇", "青石镇"].map((name) => ({ value: name, label: name }));

export default function FormsPart(): ReactElement {
  const form = useForm({
    initial: {
      name: "李春梅",
      town: "示例街道",
      birth: "1985-03-02",
      job: "job",
      groups: ["unemployed"] as string[],
      note: "",
      phone: "13800138000",
    },
    rules: { name: { required: true, max: 50 }, note: { max: 200 } },
    draft: "kit-form",
  });
  const [code, setCode] = useState("");
  const [fen, setFen] = useState<number | null>(120050);
  const [agreed, setAgreed] = useState(true);
  const [words, setWords] = useState("");
  const { values: value, set } = form;
  return (
    <main>
      <Page
        title="实名注册"
        intro="用于核对补贴条件。身份证号加密保存，别人看不到。"
        back={{ to: "/kit", title: "返回" }}
      >
        <Stepper steps={["身份", "手机", "我的情况", "核对"]} current={1} />
        {form.restored && (
          <Notice
            action={
              <Button variant="quiet" onClick={() => form.clear()}>
                清空重填
              </Button>
            }
          >
            已恢复您上次填写的内容。
          </Notice>
        )}
        <Card>
          <FormBody form={form} className="grid gap-5">
            <FormField name="name" label="姓名" hint="与身份证上一致">
              <Input {...form.bind("name")} autoComplete="name" />
            </FormField>
            <Field label="身份证号" error="最后一位校验不符，请对照证件核对。">
              <Input className="num" value="519921198503020019" onChange={() => undefined} />
            </Field>
            <Field label="出生日期" group>
              <DateInput value={value.birth} onChange={(birth) => set({ birth })} />
            </Field>
            <PhoneCode
              phone={value.phone}
              onPhone={(phone) => set({ phone })}
              code={code}
              onCode={setCode}
              onSend={() => Promise.resolve({ validMinutes: 10 })}
            />
            <Field label="常住乡镇">
              <Select value={value.town} onChange={(town) => set({ town })} choices={towns} placeholder="请选择" />
            </Field>
            <Field label="现在的情况" group>
              <RadioGroup
                value={value.job}
                onChange={(job) => set({ job })}
                choices={[
                  { value: "job", label: "正在找工作", description: "在人社部门登记过失业，或者正打算登记" },
                  { value: "work", label: "在企业上班", description: "签了劳动合同，单位给交社保" },
                  { value: "farm", label: "务农或灵活就业" },
                ]}
              />
            </Field>
            <Field label="符合下面哪些情况" group required={false}>
              <CheckboxGroup
                inline
                value={value.groups}
                onChange={(groups) => set({ groups })}
                choices={[
                  { value: "unemployed", label: "登记失业" },
                  { value: "poor", label: "建档立卡" },
                  { value: "minimum", label: "低保家庭" },
                  { value: "veteran", label: "退役军人" },
                ]}
              />
            </Field>
            <Field label="实际培训费用" hint="按发票填写">
              <MoneyInput value={fen} onChange={setFen} />
            </Field>
            <FormField name="note" label="补充说明">
              <TextArea {...form.bind("note")} />
            </FormField>
            <Checkbox plain checked={agreed} onChange={setAgreed}>
              我已阅读并同意《个人信息使用说明》
            </Checkbox>
            <div className="flex flex-wrap gap-3">
              <Button>下一步：填写我的情况</Button>
              <Button variant="secondary">上一步</Button>
            </div>
          </FormBody>
        </Card>
        <Card title="证明材料">
          <FileUpload
            accept=".pdf,image/*"
            hint="PDF 或照片，每个不超过 10 MB"
            maxBytes={10 * 1024 * 1024}
            multiple
            send={(_file, { onProgress }) => {
              onProgress(0.4);
              return new Promise(() => undefined);
            }}
            onDone={() => undefined}
          />
        </Card>
        <Card title="签到">
          <QrScan onCode={() => undefined} typedHint="老师屏幕下方的 6 位签到码" />
        </Card>
        <SearchBox value={words} onSearch={setWords} label="工种、机构或地点" button="查找" />
      </Page>
    </main>
  );
}
