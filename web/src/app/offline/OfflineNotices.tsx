import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";

export type OfflineFault = "new-version" | "full-disk";

interface OfflineNoticesProps {
  fault: OfflineFault | null;
  onTake: () => void;
}

/** Says at the foot of the page that there is a new version, or that the device has no room to keep anything. */
export function OfflineNotices({ fault, onTake }: OfflineNoticesProps): ReactElement | null {
  const [closed, setClosed] = useState<OfflineFault | null>(null);
  if (fault === null || fault === closed) return null;
  return (
    <div
      role="status"
      data-shell
      className="fixed inset-x-3 bottom-20 z-50 mx-auto grid max-w-[32rem] gap-2 rounded-lg border border-accent-line bg-sheet p-4 shadow-float md:bottom-6"
    >
      {fault === "new-version" ? (
        <p>平台更新了。换上新版本会重新打开这一页，填了一半的内容会留着。</p>
      ) : (
        <p>手机存储满了，课表和读物存不下，没有网络时看不到。其他照常可用；清理一些空间后会自动再存。</p>
      )}
      <div className="flex flex-wrap gap-2">
        {fault === "new-version" && <Button onClick={onTake}>换上新版本</Button>}
        <Button variant="secondary" onClick={() => setClosed(fault)}>
          {fault === "new-version" ? "等会儿再说" : "知道了"}
        </Button>
      </div>
    </div>
  );
}
