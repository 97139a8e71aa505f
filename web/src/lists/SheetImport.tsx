import type { ReactElement } from "react";
import { randomUuid } from "@jinengtong/standards";
import { upload, uploadForFile } from "../api/upload.ts";
import { messageOf } from "../api/problem.ts";
import { ImportDialog, type ImportDialogProps } from "../kit/staff/ImportDialog.tsx";
import type { ImportResult } from "../kit/staff/import-result.ts";
import { useToast } from "../kit/Toast.tsx";
import { useDownload } from "./use-download.ts";

interface SheetImportProps<R extends ImportResult> extends Omit<
  ImportDialogProps<R>,
  "preview" | "onMarked" | "onAccept" | "onTemplate"
> {
  /** Address of the import; its preview and its marked sheet lie below it. */
  address: string;
  query?: string;
  template: { path: string; name: string };
  /** After the rows are stored. */
  onImported: (result: R) => void | Promise<void>;
}

/** The dialog of a sheet that the server previews and imports in one call each. */
export function SheetImport<R extends ImportResult>(props: SheetImportProps<R>): ReactElement {
  const { address, query = "", template, onImported, ...dialog } = props;
  const { save } = useDownload();
  const tell = useToast();
  return (
    <ImportDialog<R>
      {...dialog}
      preview={(file, options) => upload<R>(`${address}/preview${query}`, file, options)}
      onAccept={async (_preview, file) => {
        await onImported(await upload<R>(`${address}${query}`, file, { idempotencyKey: randomUuid() }));
      }}
      onMarked={(_result, file) => {
        uploadForFile(`${address}/marked${query}`, file, "带错误说明.xlsx").catch((error: unknown) =>
          tell(messageOf(error), "refused"),
        );
      }}
      onTemplate={() => save(template.path, {}, template.name)}
    />
  );
}
