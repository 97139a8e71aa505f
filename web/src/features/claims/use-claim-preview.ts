import { api, type Api } from "../../api/api.ts";
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, type Input, type Output } from "../../api/client.ts";

/** What is asked for, as the trial run and the claim itself take it. */
export type ClaimAsk = Input<Api["claims"]["preview"]>["body"];
export type ClaimPreview = Output<Api["claims"]["preview"]>;

/** What a claim would come to on the records of now; asked again a moment after the last change. Null asks nothing. */
export function useClaimPreview(ask: ClaimAsk | null): UseQueryResult<ClaimPreview> {
  const text = JSON.stringify(ask);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  const body = JSON.parse(settled) as ClaimAsk | null;
  return useQuery({
    queryKey: [api.claims.preview, body],
    queryFn: ({ signal }) => call(api.claims.preview, { body: body as ClaimAsk }, { signal }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
}
