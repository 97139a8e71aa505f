import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { useDownload } from "../../../lists/use-download.ts";

/** The lifelong file as a PDF. */
export function SkillsFilePaper({ personId, number }: { personId: string; number: number }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <Button
      variant="secondary"
      icon="download"
      busy={busy}
      onClick={() => save(`/api/v1/people/${personId}/skills-file/pdf`, {}, `电子档案 ${number}.pdf`)}
    >
      下载电子档案
    </Button>
  );
}
