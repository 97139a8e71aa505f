import type { ReactElement } from "react";
import { Outlet, useMatches } from "react-router";
import { RequireRole } from "./RequireRole.tsx";
import { StaffFrame } from "./StaffFrame.tsx";
import type { PortalHandle } from "./portal.ts";

/** Shell of every staff portal; the portal is read from the route (see `staffPortal`). */
export function StaffShell(): ReactElement | null {
  const handle = useMatches().findLast((match) => (match.handle as PortalHandle | undefined)?.portal !== undefined)
    ?.handle as PortalHandle | undefined;
  if (handle === undefined) return null;
  return (
    <RequireRole roles={handle.portal.roles}>
      {(account) => (
        <StaffFrame portal={handle.portal} account={account}>
          <Outlet />
        </StaffFrame>
      )}
    </RequireRole>
  );
}
