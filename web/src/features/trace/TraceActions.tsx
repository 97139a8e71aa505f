import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";

/** Prints the whole trace. */
export function TraceActions(): ReactElement {
  return (
    <Button variant="secondary" icon="print" onClick={() => print()}>
      打印追溯单
    </Button>
  );
}
