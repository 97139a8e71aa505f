import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import type { PlayerCheck } from "./player-check.ts";

/** Presence check over the lesson: scrolls into view, vibrates the phone, waits for one answer and counts down. */
export function PresenceCheck({ check }: { check: PlayerCheck }): ReactElement {
  const [left, setLeft] = useState(check.secondsLeft);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "center" });
    box.current?.focus({ preventScroll: true });
    // Browsers allow vibration only after the page was touched.
    if ("vibrate" in navigator && navigator.userActivation?.hasBeenActive) navigator.vibrate(300);
  }, []);
  useEffect(() => {
    if (left === undefined || left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  if (left !== undefined && left <= 0) {
    return (
      <div ref={box} tabIndex={-1} role="status" className="grid w-full justify-items-center gap-4 outline-none">
        <p className="text-xl font-medium">时间到了，没有收到回答</p>
        <p>从上一次答对的地方再看一遍，再往前的学时都在。</p>
        <Button onClick={check.onMissed}>好，接着学</Button>
      </div>
    );
  }
  return (
    <div ref={box} tabIndex={-1} className="grid w-full justify-items-center gap-4 outline-none">
      <p className="text-xl font-medium">{check.question}</p>
      {check.options === undefined ? (
        <Button onClick={() => check.onAnswer(0)}>我在学习，继续播放</Button>
      ) : (
        <div className="grid w-full grid-cols-2 gap-3">
          {check.options.map((option, index) => (
            <Button key={option} variant="secondary" block className="py-3" onClick={() => check.onAnswer(index)}>
              <span className="text-lg">{option}</span>
            </Button>
          ))}
        </div>
      )}
      {left !== undefined && <p className="num">请在 {left} 秒内点一个</p>}
    </div>
  );
}
