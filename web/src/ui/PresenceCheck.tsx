import { useEffect, useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import type { PlayerCheck } from "./VideoPlayer.tsx";

/** The question that shows somebody is there, over the lesson: it waits until one answer is chosen, and counts down. */
export function PresenceCheck({ check }: { check: PlayerCheck }): ReactElement {
  const [left, setLeft] = useState(check.secondsLeft);
  useEffect(() => {
    if (left === undefined || left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <>
      <p className="text-lg">{check.question}</p>
      {check.options === undefined ? (
        <Button onClick={() => check.onAnswer(0)}>我在学习，继续播放</Button>
      ) : (
        <div className="grid w-full grid-cols-2 gap-3">
          {check.options.map((option, index) => (
            <Button key={option} variant="secondary" block onClick={() => check.onAnswer(index)}>
              {option}
            </Button>
          ))}
        </div>
      )}
      {left !== undefined && (
        <p className="num text-sm">{left > 0 ? `请在 ${left} 秒内作答` : "已超时，继续学习请再看一遍这一段"}</p>
      )}
    </>
  );
}
