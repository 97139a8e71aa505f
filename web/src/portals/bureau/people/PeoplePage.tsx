import { regionName } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FormBody, FormField, FormNotice, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";

type Found = Output<Api["people"]["search"]>;

const WAYS = [
  { value: "name", label: "姓名" },
  { value: "citizenId", label: "身份证号" },
  { value: "phone", label: "手机号" },
] as const;
type Way = (typeof WAYS)[number]["value"];

/** Finds a person by identity number, phone or start of the name; numbers never appear in an address. */
export default function PeoplePage(): ReactElement {
  const [way, setWay] = useState<Way>("name");
  const [rows, setRows] = useState<Found["rows"] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const search = useChange(api.people.search);
  const form = useForm({
    initial: { name: "", citizenId: "", phone: "" },
    rules: contractOf(api.people.search),
    error: search.error,
  });
  const asked = form.values[way].trim();

  async function find(after: string | null): Promise<void> {
    const found = await search.mutateAsync({
      body: {
        [way]: asked,
        ...(after === null ? {} : { cursor: after }),
      },
    });
    setRows((old) => (after === null ? found.rows : [...(old ?? []), ...found.rows]));
    setCursor(found.nextCursor);
  }

  return (
    <StaffPage title="人员档案" intro="一人一档，号码都已遮挡；查看完整号码须写明用途，本人可以看到记录。">
      <FormBody form={form} notice={false} className="grid gap-4">
        <form
          role="search"
          className="flex flex-wrap items-end gap-3 rounded-md border border-line bg-sheet p-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (asked !== "") void find(null).catch(() => undefined);
          }}
        >
          <Field label="按什么查找" className="w-36">
            <Select value={way} onChange={(value) => setWay(value === "" ? "name" : value)} choices={WAYS} />
          </Field>
          <FormField
            name={way}
            required
            label={way === "name" ? "姓名（开头几个字）" : (WAYS.find((one) => one.value === way)?.label ?? "")}
            className="w-72 max-w-full"
          >
            <Input {...form.bind(way)} autoComplete="off" />
          </FormField>
          <Button type="submit" icon="search" busy={search.isPending} disabled={asked === ""}>
            查找
          </Button>
        </form>
        <FormNotice />
      </FormBody>
      {rows !== null && rows.length === 0 && (
        <Empty title="没有找到">辖区里没有这个人的档案。核对号码，或换姓名再查；参加培训时会自动建档。</Empty>
      )}
      {rows !== null && rows.length > 0 && (
        <section aria-label="查找结果" className="rounded-md border border-line bg-sheet px-4 py-2">
          <RecordList
            caption="查找结果"
            rows={rows}
            rowKey={(row) => row.id}
            href={(row) => `/bureau/people/${row.id}`}
            columns={[
              { key: "name", title: "姓名", onPhone: "title", render: (row) => row.name },
              { key: "sex", title: "性别", render: (row) => (row.sex === "M" ? "男" : "女") },
              { key: "birth", title: "出生日期", render: (row) => <span className="num">{row.birthDate}</span> },
              {
                key: "id",
                title: "身份证号",
                render: (row) => <span className="num font-mono text-sm">{row.citizenIdMasked}</span>,
              },
              {
                key: "phone",
                title: "手机号",
                render: (row) => <span className="num font-mono text-sm">{row.phoneMasked ?? "—"}</span>,
              },
              { key: "town", title: "镇街", render: (row) => regionName(row.town) },
              {
                key: "number",
                title: "档案序号",
                align: "right",
                onPhone: "aside",
                render: (row) => <span className="num">{row.number}</span>,
              },
            ]}
          />
          {cursor !== null && (
            <div className="py-3">
              <Button
                variant="secondary"
                busy={search.isPending}
                onClick={() => void find(cursor).catch(() => undefined)}
              >
                再看一些
              </Button>
            </div>
          )}
        </section>
      )}
    </StaffPage>
  );
}
