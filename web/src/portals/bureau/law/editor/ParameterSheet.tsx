import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { Button } from "../../../../kit/Button.tsx";
import { ExportButton } from "../../../../lists/ExportButton.tsx";
import { ParameterSheetDialog } from "./ParameterSheetDialog.tsx";
import { useLaw } from "../model/law-context.ts";

/** The parameters as a workbook: out as they are saved, and in again with the differences shown first. */
export function ParameterSheet(): ReactElement {
  const { id = "" } = useParams();
  const { readOnly } = useLaw();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ExportButton target={{ path: `/api/v1/policy-drafts/${id}/parameters/export`, name: "参数.xlsx" }} />
      {!readOnly && (
        <Button variant="secondary" icon="upload" onClick={() => setOpen(true)}>
          导入 Excel
        </Button>
      )}
      {open && <ParameterSheetDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}
