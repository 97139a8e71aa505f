import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call, type Output } from "../../../api/client.ts";
import { NetworkError, ProblemError } from "../../../api/problem.ts";
import type { Beat } from "../../../features/player/beat-collector.ts";

export type WatchView = Output<Api["lessons"]["open"]>;

export interface Watch {
  view: WatchView | null;
  /** Opening failed, or a beat was refused. */
  error: unknown;
  /** Another device plays on. */
  takenOver: boolean;
  /** Number of setbacks (missed checks): at each, the player starts again from the position. */
  setbacks: number;
  /** Position after the last setback, in milliseconds; null before the first. */
  setbackMs: number | null;
  open: () => void;
  beat: (beats: readonly Beat[]) => void;
  answer: (option: number) => void;
}

interface SentBeat {
  fromMs: number;
  toMs: number;
  playbackRate: number;
  visible: boolean;
}

/** Most beats of one request; the rest waits for the next. */
const AT_ONCE = 60;
const ms = (seconds: number) => Math.max(0, Math.round(seconds * 1000));

/**
 * Watching a lesson: opens it, reports beats and keeps the server's state. Undelivered beats are sent again with the next. Only the
 * server decides credit.
 */
export function useWatch(lessonId: string, enrolmentId: string): Watch {
  const client = useQueryClient();
  const [view, setView] = useState<WatchView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [takenOver, setTakenOver] = useState(false);
  const lease = useRef<string | null>(null);
  const waiting = useRef<SentBeat[]>([]);
  const sending = useRef(false);

  const furthest = useRef(0);
  const [setbacks, setSetbacks] = useState(0);
  const [setbackMs, setSetbackMs] = useState<number | null>(null);

  const accept = useCallback((next: WatchView): void => {
    if (next.furthestMs < furthest.current) {
      setSetbacks((count) => count + 1);
      setSetbackMs(next.furthestMs);
    }
    furthest.current = next.furthestMs;
    setView(next);
  }, []);

  const refused = useCallback((caught: unknown): void => {
    if (caught instanceof ProblemError && caught.problem.code === "lease-lost") setTakenOver(true);
    else if (!(caught instanceof NetworkError)) setError(caught);
  }, []);

  const take = useCallback((): void => {
    waiting.current = [];
    call(api.lessons.open, { params: { id: lessonId }, body: { enrolmentId } })
      .then((opened) => {
        lease.current = opened.leaseId;
        accept(opened);
      })
      .catch(setError);
  }, [lessonId, enrolmentId, accept]);

  const open = useCallback((): void => {
    setTakenOver(false);
    setError(null);
    take();
  }, [take]);

  const beat = useCallback(
    (beats: readonly Beat[]): void => {
      const visible = document.visibilityState === "visible";
      waiting.current.push(
        ...beats.map((one) => ({ fromMs: ms(one.from), toMs: ms(one.to), playbackRate: one.rate, visible })),
      );
      const id = lease.current;
      if (id === null || sending.current || waiting.current.length === 0) return;
      sending.current = true;
      const sent = waiting.current.splice(0, AT_ONCE);
      call(api.watching.beat, { params: { id }, body: { beats: sent } })
        .then(accept)
        .catch((caught: unknown) => {
          if (caught instanceof NetworkError) waiting.current.unshift(...sent);
          refused(caught);
        })
        .finally(() => {
          sending.current = false;
        });
    },
    [accept, refused],
  );

  const answer = useCallback(
    (option: number): void => {
      const id = lease.current;
      const checkId = view?.check?.id;
      if (id === null || checkId === undefined) return;
      call(api.watching.answer, { params: { id }, body: { checkId, option } })
        .then(({ passed: _passed, ...after }) => accept(after))
        .catch((caught: unknown) => {
          if (caught instanceof ProblemError && caught.problem.code === "check-over") open();
          else refused(caught);
        });
    },
    [view, open, accept, refused],
  );

  useEffect(() => {
    take();
    return () => {
      const id = lease.current;
      lease.current = null;
      if (id === null) return;
      call(api.watching.end, { params: { id }, body: {} })
        .catch(() => undefined)
        .finally(() => {
          for (const key of [api.courses.ofClass, api.myClasses.page, api.homes.learner]) {
            void client.invalidateQueries({ queryKey: [key] });
          }
        });
    };
  }, [take, client]);

  return { view, error, takenOver, setbacks, setbackMs, open, beat, answer };
}
