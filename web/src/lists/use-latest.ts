import { useCallback, useLayoutEffect, useRef } from "react";

/** The act of the last render under one name, for memoised parts that it must not draw again. */
export function useLatest<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
}
