import { api } from "../api/api.ts";
import { useEffect, useSyncExternalStore, type ReactElement } from "react";
import { Link, Outlet, ScrollRestoration, useNavigate } from "react-router";
import { whenUnauthorised } from "../api/client.ts";
import { lastKeptAt, onKept } from "../api/kept.ts";
import { explainError } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import { KitProvider } from "../kit/KitProvider.tsx";
import { OfflineBar } from "../kit/OfflineBar.tsx";
import { ToastProvider } from "../kit/Toast.tsx";
import { useView } from "../kit/use-view.ts";
import { signInAddress } from "../frame/return-address.ts";

/** Root of every page: providers of the kit, messages, type size, and the redirect to sign-in when a session has ended. */
export function AppFrame(): ReactElement {
  const navigate = useNavigate();
  useView();
  const keptAt = useSyncExternalStore(onKept, lastKeptAt, () => null);
  useEffect(() => {
    whenUnauthorised(() => {
      void queryClient.invalidateQueries({ queryKey: [api.session.show] });
      void navigate(signInAddress(location));
    });
    return () => whenUnauthorised(null);
  }, [navigate]);
  return (
    <KitProvider link={Link} explain={explainError}>
      <ToastProvider>
        <OfflineBar keptAt={keptAt} />
        <Outlet />
        <ScrollRestoration />
      </ToastProvider>
    </KitProvider>
  );
}
