import { api } from "../api/api.ts";
import { useEffect, type ReactElement } from "react";
import { Outlet, ScrollRestoration, useNavigate } from "react-router";
import { whenUnauthorised } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import { ToastProvider } from "../kit/Toast.tsx";
import { useView } from "../kit/use-view.ts";
import { signInAddress } from "../frame/return-address.ts";

/** Around every page: messages, the reading size, and the way to the sign-in page when a session has ended. */
export function AppFrame(): ReactElement {
  const navigate = useNavigate();
  useView();
  useEffect(() => {
    whenUnauthorised(() => {
      void queryClient.invalidateQueries({ queryKey: [api.session.show] });
      void navigate(signInAddress(location));
    });
    return () => whenUnauthorised(null);
  }, [navigate]);
  return (
    <ToastProvider>
      <Outlet />
      <ScrollRestoration />
    </ToastProvider>
  );
}
