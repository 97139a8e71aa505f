import { useState, type ReactElement } from "react";
import { download } from "../../api/download.ts";
import { messageOf } from "../../api/problem.ts";
import { Button } from "../../ui/Button.tsx";
import { useToast } from "../../ui/Toast.tsx";

/** The lifelong file as a PDF. */
export function SkillsFilePaper({ personId, number }: { personId: string; number: number }): ReactElement {
  const [busy, setBusy] = useState(false);
  const tell = useToast();
  async function save(): Promise<void> {
    setBusy(true);
    try {
      await download(`/api/v1/people/${personId}/skills-file/pdf`, {}, `电子档案 ${number}.pdf`);
    } catch (error) {
      tell(messageOf(error), "refused");
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="secondary" icon="download" busy={busy} onClick={() => void save()}>
      下载电子档案
    </Button>
  );
}
