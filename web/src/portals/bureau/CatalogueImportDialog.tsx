import { api, type Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { Field } from "../../kit/Field.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { SheetImport } from "../../lists/SheetImport.tsx";

type Result = Output<Api["catalogue"]["importDraft"]>;

/** Fills the draft of the occupation list from a sheet. One bad row refuses the whole file, since an incomplete list is useless. */
export function CatalogueImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [mode, setMode] = useState<"replace" | "add">("replace");
  const client = useQueryClient();
  const tell = useToast();
  return (
    <SheetImport<Result>
      open
      onClose={onClose}
      title="导入补贴性职业（工种）目录"
      unit="行"
      address="/api/v1/catalogue/occupations/draft/import"
      query={`?mode=${mode}`}
      template={{ path: "/api/v1/catalogue/occupations/draft/template", name: "补贴目录模板.xlsx" }}
      good={(result) => result.imported}
      allOrNothing
      choices={
        <Field label="怎么导入" group>
          <RadioGroup
            inline
            value={mode}
            onChange={setMode}
            choices={[
              { value: "replace", label: "整张换掉", description: "草稿只留表里的内容" },
              { value: "add", label: "补充或更新", description: "表里没有的保留不动" },
            ]}
          />
        </Field>
      }
      onImported={async (result) => {
        tell(`${result.imported} 行已写入草稿，看过与上一版的差别再发布`);
        await client.invalidateQueries({ queryKey: [api.catalogue.draft] });
      }}
    >
      第一行是表头。有一行写错，整张表都不导入，改好再传。导入的内容先进草稿，不会直接生效。
    </SheetImport>
  );
}
