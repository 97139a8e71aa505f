import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { today } from "../../../kit/today.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { RosterPrint } from "../../../features/classes/RosterPrint.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import type { SheetProps } from "./sheet-props.ts";

/** 花名册 on paper, with a column to sign in. */
export function RosterSheet({ training, organisation }: SheetProps): ReactElement {
  const { save } = useDownload();
  const roster = useApi(api.roster.list, { params: { id: training.id }, query: { limit: 200 } });
  return (
    <QueryView query={roster} lines={10}>
      {({ rows }) => (
        <>
          <div data-print="hide" className="flex justify-end">
            <Button
              variant="quiet"
              icon="download"
              onClick={() =>
                save(`/api/v1/classes/${training.id}/roster/export`, { format: "pdf" }, `花名册-${training.number}.pdf`)
              }
            >
              下载 PDF
            </Button>
          </div>
          <RosterPrint
            title="职业技能培训花名册"
            left={`${training.name}（${training.number}）`}
            right={`${projectLabel(training.occupationName, training.level)}　${formatPeriod(training.startsOn, training.endsOn)}`}
            rows={rows.filter((row) => row.seat !== null)}
            rowKey={(row) => row.enrolmentId}
            signature
            columns={[
              { title: "姓名", render: (row) => row.name },
              { title: "性别", render: (row) => (row.sex === "M" ? "男" : "女"), align: "center" },
              { title: "身份证号", render: (row) => row.citizenIdMasked },
              { title: "手机号", render: (row) => row.phoneMasked ?? "" },
              { title: "人员类别", render: (row) => row.groupLabel ?? "" },
            ]}
            foot={`${organisation}　打印于 ${today()}　班主任：　　　　　　　　单位（章）：`}
          />
        </>
      )}
    </QueryView>
  );
}
