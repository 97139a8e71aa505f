import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../api/api.ts";
import { buildUrl, call, type Input } from "../api/client.ts";
import type { GetKey } from "../api/hooks.ts";
import { keepOnDevice } from "../api/kept.ts";

/** The page that is open comes first. */
const LATER_MS = 6_000;
/** Certificates beyond these are read online. */
const MOST_PAPERS = 12;

/** The address that a page reads an operation at. */
function addressOf<K extends GetKey>(key: K, input: Input<K>): string {
  const { params, query } = input as { params?: object; query?: object };
  return buildUrl(key.slice("GET ".length), params, query);
}

/** Keeps the learner's timetable, claims, record and certificates on the device, for where there is no network. */
export function Kept(): null {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.all([
        client.fetchQuery({
          queryKey: [api.homes.learner, {}],
          queryFn: () => call(api.homes.learner, {}),
          staleTime: 60_000,
        }),
        client.fetchQuery({
          queryKey: [api.skillsFile.mine, {}],
          queryFn: () => call(api.skillsFile.mine, {}),
          staleTime: 600_000,
        }),
      ])
        .then(([home, file]) =>
          keepOnDevice([
            addressOf(api.homes.learner, {}),
            addressOf(api.myClasses.list, {}),
            addressOf(api.skillsFile.mine, {}),
            addressOf(api.certificates.mine, {}),
            addressOf(api.me.record, {}),
            addressOf(api.claims.mine, { query: { limit: 50 } }),
            ...home.classes.flatMap(({ classId }) => [
              addressOf(api.myClasses.page, { params: { id: classId } }),
              addressOf(api.courses.ofClass, { params: { id: classId } }),
            ]),
            ...file.certificates
              .toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn))
              .slice(0, MOST_PAPERS)
              .map(({ id }) => `/api/v1/certificates/${id}/pdf`),
          ]),
        )
        .catch(() => undefined);
    }, LATER_MS);
    return () => clearTimeout(timer);
  }, [client]);
  return null;
}
