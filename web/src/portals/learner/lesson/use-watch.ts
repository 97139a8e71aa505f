import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call, type Output } from "../../../api/client.ts";
import { NetworkError, ProblemError } from "../../../api/problem.ts";
import type { Beat } from "../../../features/player/beat-collector.ts";
import { BeatQueue } from "./beat-queue.ts";

export type WatchView = Output<Api["lessons"]["open"]>;

export interface Watch {
  view: WatchView | null;
  /** Opening failed, or a beat was refused. */
  error: unknown;
  /** Another device plays on. */
  takenOver: boolean;
  /** Number of setbacks: at each, the player starts again from the server's position. */
  setbacks: number;
  /** The last setback; null before the first. */
  setback: Setback | null;
  open: () => void;
  beat: (beats: readonly Beat[]) => void;
  answer: (option: number) => void;
}

/** Why and where to the lesson went back. */
export interface Setback {
  atMs: number;
  because: "check" | "hidden" | "gap";
}

/** Refusals that pass by themselves: the beats are sent again. */
const isPassing = (error: unknown): boolean =>
  error instanceof NetworkError ||
  (error instanceof ProblemError &&
    (error.problem.status >= 500 || error.problem.status === 429 || error.problem.code === "beats-busy"));

/**
 * Watching a lesson: opens it, reports beats and keeps the server's state. Undelivered beats are sent again with the next. Only the
 * server decides credit; where it counts less than was played, the lesson goes back there at once, so that no time is lost unseen.
 */
export function useWatch(lessonId: string, enrolmentId: string): Watch {
  const client = useQueryClient();
  const [view, setView] = useState<WatchView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [takenOver, setTakenOver] = useState(false);
  const lease = useRef<string | null>(null);
  const [queue] = useState(() => new BeatQueue());
  const sending = useRef(false);
  const lastBeats = useRef<Promise<unknown>>(Promise.resolve());

  const furthest = useRef(0);
  const [setbacks, setSetbacks] = useState(0);
  const [setback, setSetback] = useState<Setback | null>(null);

  const accept = useCallback(
    (next: WatchView): void => {
      const isBack = next.furthestMs < furthest.current;
      const because = isBack ? "check" : next.check === null && !next.completed ? queue.lost(next.furthestMs) : null;
      if (because !== null) {
        queue.reset();
        setSetbacks((count) => count + 1);
        setSetback({ atMs: next.furthestMs, because });
      }
      furthest.current = next.furthestMs;
      setView(next);
    },
    [queue],
  );

  const refused = useCallback((caught: unknown): void => {
    if (caught instanceof ProblemError && caught.problem.code === "lease-lost") setTakenOver(true);
    else if (!isPassing(caught)) setError(caught);
  }, []);

  const take = useCallback((): void => {
    call(api.lessons.open, { params: { id: lessonId }, body: { enrolmentId } })
      .then((opened) => {
        lease.current = opened.leaseId;
        queue.drop();
        accept(opened);
      })
      .catch(setError);
  }, [lessonId, enrolmentId, accept, queue]);

  const open = useCallback((): void => {
    setTakenOver(false);
    setError(null);
    take();
  }, [take]);

  const beat = useCallback(
    (beats: readonly Beat[]): void => {
      queue.add(beats);
      const id = lease.current;
      if (id === null || sending.current || queue.isEmpty) return;
      sending.current = true;
      const sent = queue.take();
      lastBeats.current = call(api.watching.beat, { params: { id }, body: { beats: sent } })
        .then(accept)
        .catch((caught: unknown) => {
          if (isPassing(caught)) queue.giveBack(sent);
          refused(caught);
        })
        .finally(() => {
          sending.current = false;
        });
    },
    [accept, refused, queue],
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
      if (id === null) return;
      // The player reports its last interval when it goes, after this; the lesson is closed once that has arrived.
      setTimeout(() => {
        void lastBeats.current
          .then(() => call(api.watching.end, { params: { id }, body: {} }))
          .catch(() => undefined)
          .finally(() => {
            for (const key of [api.courses.ofClass, api.myClasses.page, api.homes.learner]) {
              void client.invalidateQueries({ queryKey: [key] });
            }
          });
      });
    };
  }, [take, client]);

  return { view, error, takenOver, setbacks, setback, open, beat, answer };
}
