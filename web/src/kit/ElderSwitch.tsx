import type { ReactElement } from "react";
import { Button } from "./Button.tsx";
import { useElder } from "./use-elder.ts";
import { useView } from "./use-view.ts";

interface ElderSwitchProps {
  block?: boolean;
}

/** To 长辈版 and back. It comes with large type, which may be made larger still. */
export function ElderSwitch({ block = false }: ElderSwitchProps): ReactElement {
  const [elder, setElder] = useElder();
  const [view, setView] = useView();
  return (
    <Button
      variant="secondary"
      block={block}
      aria-pressed={elder}
      onClick={() => {
        setElder(!elder);
        if (!elder && view === "normal") setView("large");
        if (elder && view === "large") setView("normal");
      }}
    >
      {elder ? "换回普通版" : "换成长辈版"}
    </Button>
  );
}
