import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { useElder } from "./use-elder.ts";

interface ElderFoldProps {
  /** The button that shows it. */
  label: string;
  children: ReactNode;
}

/** Further parts of a page: shown at once, and in 长辈版 only when asked for. */
export function ElderFold({ label, children }: ElderFoldProps): ReactElement {
  const [elder] = useElder();
  const [open, setOpen] = useState(false);
  if (!elder || open) return <>{children}</>;
  return (
    <Button block variant="secondary" icon="down" onClick={() => setOpen(true)}>
      {label}
    </Button>
  );
}
