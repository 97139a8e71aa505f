import { api, type Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { upload } from "../../api/upload.ts";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { RecordList } from "../../kit/RecordList.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

type Booked = Output<Api["bankReturns"]["receive"]>;

/** Bank returns: arrived, sent back, unmatched. Importing a file twice changes nothing. */
export default function BankReturnsPage(): ReactElement {
  const [booked, setBooked] = useState<Booked | null>(null);
  const client = useQueryClient();
  return (
    <StaffPage
      title="银行回单"
      intro="上传银行的处理结果。同一份文件重复上传不会重复入账；对不上的行会单独列出，不影响其他行。"
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="上传回单">
          <p className="mb-3 text-ink-2">
            表头须含：付款编号、金额（元）、处理结果、处理日期、银行流水号，退回的写退回原因。银行常用的写法（交易成功、退汇、处理中等）、合计行和带时间的日期都能认。
          </p>
          <FileUpload
            send={(file, options) => upload<Booked>("/api/v1/bank-returns/import", file, options)}
            onDone={(result) => {
              setBooked(result);
              void client.invalidateQueries();
            }}
            accept=".xlsx,.csv"
            hint="Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码，不超过 10 MB"
            maxBytes={10 * 1024 * 1024}
          />
        </Card>
        <Card title="入账结果">
          {booked === null ? (
            <p className="text-ink-2">上传后在这里显示到账、退回和未能入账的明细。</p>
          ) : (
            <div className="grid gap-4" aria-live="polite">
              <FactList
                columns={3}
                facts={[
                  { label: "到账", value: <span className="num">{booked.paid} 笔</span> },
                  { label: "退回", value: <span className="num">{booked.returned} 笔</span> },
                  { label: "重复，未再入账", value: <span className="num">{booked.repeated} 笔</span> },
                ]}
              />
              {(booked.notes ?? []).map((note) => (
                <p key={note} className="text-ink-2">
                  {note}
                </p>
              ))}
              {booked.setAside.length > 0 && (
                <RecordList
                  caption="未能入账"
                  rows={booked.setAside}
                  rowKey={(row) => `${row.paymentNumber} ${row.reason}`}
                  columns={[
                    {
                      key: "number",
                      title: "付款编号",
                      render: (row) => <span className="num">{row.paymentNumber}</span>,
                    },
                    { key: "reason", title: "原因", render: (row) => row.reason },
                  ]}
                />
              )}
            </div>
          )}
        </Card>
      </div>
      <Returns />
    </StaffPage>
  );
}

/** Bank returns booked so far, and differences to clear with the bank. */
function Returns(): ReactElement {
  const [filters, , bind] = useFilters(["unmatched"]);
  const list = useList(api.bankReturns.list, {
    usual: "-receivedAt",
    query: filters.unmatched === "true" ? { unmatched: "true" } : {},
    exportAs: "银行回单登记.xlsx",
  });
  return (
    <DataTable
      id="bank-returns"
      caption="回单登记记录"
      unit="份"
      {...list}
      rowKey={(row) => row.id}
      filters={
        <>
          <h2 className="font-semibold">登记记录</h2>
          <Filter
            label="范围"
            all="全部回单"
            className="w-44"
            {...bind("unmatched")}
            choices={[{ value: "true", label: "有对不上的明细" }]}
          />
        </>
      }
      empty={<Empty title="还没有登记过回单">银行处理完一个批次后，把回单文件上传到这里。</Empty>}
      columns={[
        {
          key: "at",
          sort: "receivedAt",
          title: "登记时间",
          render: (row) => <span className="num">{formatInstant(row.receivedAt)}</span>,
        },
        { key: "by", sort: "receivedBy", title: "登记人", render: (row) => row.receivedBy ?? "银行接口" },
        { key: "paid", sort: "paid", title: "到账", align: "right", render: (row) => `${row.paid} 笔` },
        { key: "returned", sort: "returned", title: "退回", align: "right", render: (row) => `${row.returned} 笔` },
        {
          key: "repeated",
          sort: "repeated",
          title: "重复，未再入账",
          align: "right",
          render: (row) => `${row.repeated} 笔`,
        },
        {
          key: "aside",
          title: "对不上，未入账",
          render: (row) =>
            row.setAside.length === 0 ? (
              "—"
            ) : (
              <ul>
                {row.setAside.map((each) => (
                  <li key={`${each.paymentNumber} ${each.reason}`}>
                    <span className="num">{each.paymentNumber}</span> {each.reason}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
