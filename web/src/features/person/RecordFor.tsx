import { regionName } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";

/** The record of the person one acts for: masked, with groups and the card that money goes to. */
export function RecordFor(): ReactElement {
  const record = useApi(api.me.record, {});
  return (
    <Card title="本人的记录">
      <QueryView query={record} lines={4}>
        {({ person, groups, payeeAccount, consents }) => (
          <FactList
            columns={1}
            facts={[
              { label: "姓名", value: person.name },
              { label: "身份号码", value: <span className="num">{person.citizenIdMasked}</span> },
              { label: "手机号", value: <span className="num">{person.phoneMasked ?? "没有登记"}</span> },
              { label: "现住", value: regionName(person.town) },
              {
                label: "身份类别",
                value:
                  groups.length === 0
                    ? "没有登记"
                    : groups
                        .map((one) => `${one.label}（${one.stateLabel}，${formatPeriod(one.validFrom, one.validTo)}）`)
                        .join("；"),
              },
              {
                label: "收款卡",
                value: payeeAccount === null ? "没有登记" : `${payeeAccount.bankName} ${payeeAccount.numberMasked}`,
              },
              {
                label: "同意",
                value:
                  consents
                    .filter(({ given }) => given)
                    .map(({ label }) => label)
                    .join("；") || "没有",
              },
            ]}
          />
        )}
      </QueryView>
    </Card>
  );
}
