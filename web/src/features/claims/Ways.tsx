import { useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

export type WaysAnswer = Output<Api["policy"]["ways"]>;

interface WaysProps {
  /** Searched once somebody asks for it, and again where what it is about changes. */
  about: object;
  find: (signal: AbortSignal) => Promise<WaysAnswer>;
  /** Of the person who reads, or of the applicant whose case an officer reads. */
  who: "您" | "申请人";
  /** Facts are still unknown: without them there may be ways that can't be told. */
  lacking?: boolean;
}

/** 怎样才能享受: what the person can still change so that it would be granted, each way with its amount. */
export function Ways({ about, find, who, lacking = false }: WaysProps): ReactElement {
  const [asked, setAsked] = useState(false);
  const query = useQuery({
    queryKey: ["ways", about],
    queryFn: ({ signal }) => find(signal),
    enabled: asked,
    gcTime: 0,
  });
  if (!asked)
    return (
      <div>
        <Button variant="quiet" icon="right" onClick={() => setAsked(true)}>
          怎样才能享受
        </Button>
      </div>
    );
  return (
    <section aria-label="怎样才能享受" className="rounded-md border border-line bg-paper px-4 py-3">
      <p className="font-medium">怎样才能享受</p>
      <QueryView query={query} lines={2}>
        {({ ways }) =>
          ways.length === 0 && lacking ? (
            <p className="mt-1 text-ink-2">先把上面还缺的补上，才能算出怎样享受。</p>
          ) : ways.length === 0 ? (
            <p className="mt-1 text-ink-2">
              没有{who}自己现在能改变的办法：差的条件是过去的事、身份，或要等别的部门登记。记录不对的，先更正记录。
            </p>
          ) : (
            <>
              <ul className="mt-1 list-disc pl-5">
                {ways.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
              <p className="mt-1 text-sm text-ink-3">
                {ways.length > 1 ? "做到其中一条就行。" : ""}按现在的记录和政策推算
                {ways.some(({ atMost }) => atMost) ? "，金额看学什么、考几级" : ""}，到时以审核为准。
              </p>
            </>
          )
        }
      </QueryView>
    </section>
  );
}
