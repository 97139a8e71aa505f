import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { SheetImport } from "../../../lists/SheetImport.tsx";
import { useDownload } from "../../../lists/use-download.ts";

type Result = Output<Api["timetable"]["import"]>;

/** Imports a timetable: it replaces the current one, or changes nothing if a row is bad. */
export function TimetableImport({ classId }: { classId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const tell = useToast();
  const { save } = useDownload();
  const address = `/api/v1/classes/${classId}/timetable`;

  async function imported(found: Result): Promise<void> {
    tell(`已导入 ${found.imported} 节课`);
    await Promise.all(
      [api.timetable.list, api.classes.check, api.classes.show].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  }

  return (
    <>
      <Button variant="secondary" icon="download" onClick={() => save(address, {}, "课表.xlsx")}>
        导出课表
      </Button>
      <Button variant="secondary" icon="upload" onClick={() => setOpen(true)}>
        导入课表
      </Button>
      <SheetImport<Result>
        open={open}
        onClose={() => setOpen(false)}
        title="从 Excel 导入课表"
        unit="节课"
        address={address}
        template={{ path: `${address}/template`, name: "课表模板.xlsx" }}
        good={(result) => result.imported}
        allOrNothing
        choices={<Notice tone="turn">导入后替换这个班现有的全部课次。</Notice>}
        onImported={imported}
      >
        表头：日期、开始时间、结束时间、课时、授课内容、教师、教室、是否实操、是否通用素质课。教师和教室写登记的名称，模板里可以选。
      </SheetImport>
    </>
  );
}
