import { api, type Api } from "../../api/api.ts";
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call, type Input, type Output } from "../../api/client.ts";

/** Request that both the preview and the claim send. */
export type ClaimAsk = Input<Api["claims"]["preview"]>["body"];
export type ClaimPreview = Output<Api["claims"]["preview"]>;

/** Preview of a claim on current records, debounced after the last change. Null sends no request. */
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
