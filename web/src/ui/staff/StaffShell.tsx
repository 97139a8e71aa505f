import type { ReactElement } from "react";
export function StaffShell(): ReactElement { return <p>kit</p>; }
