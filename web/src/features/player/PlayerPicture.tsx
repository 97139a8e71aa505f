import type { ReactElement, ReactNode } from "react";
import { Button } from "../../kit/Button.tsx";
import { cx } from "../../kit/cx.ts";
import { Icon } from "../../kit/Icon.tsx";
import { PresenceCheck } from "./PresenceCheck.tsx";
import type { PlayerCheck } from "./player-check.ts";

interface PlayerPictureProps {
  /** The video itself. */
  children: ReactNode;
  title: string;
  fullScreen: boolean;
  /** The picture is put away: its title and the words of the moment stand in its place. */
  audioOnly: boolean;
  words: string;
  check: PlayerCheck | undefined;
  takenOver: { onTakeBack: () => void } | undefined;
}

/** The picture, with what lies over it: the title while one only listens, or the question that the video waits for. */
export function PlayerPicture(props: PlayerPictureProps): ReactElement {
  const { check, takenOver } = props;
  return (
    <div
      className={cx(
        "grid overflow-hidden rounded-lg bg-stage text-on-stage *:col-start-1 *:row-start-1",
        props.fullScreen && "min-h-0 flex-1",
      )}
    >
      {props.children}
      {props.audioOnly && (
        <div className="z-[5] grid content-center justify-items-center gap-3 bg-stage p-4 text-center">
          <Icon name="sound" size={40} />
          <p className="text-lg">{props.title}</p>
          <p className="min-h-[3.2em] text-xl whitespace-pre-line">{props.words}</p>
        </div>
      )}
      {(check !== undefined || takenOver !== undefined) && (
        <div className="z-10 grid place-items-center bg-stage p-4 text-center sm:p-6">
          <div
            role="alertdialog"
            aria-label="视频已暂停"
            className="grid w-full max-w-[26em] justify-items-center gap-4"
          >
            {check === undefined ? (
              <>
                <p className="text-lg">您已在另一台设备上继续学习，这里先停下。</p>
                <Button onClick={() => takenOver?.onTakeBack()}>改回在这里学</Button>
              </>
            ) : (
              <PresenceCheck check={check} />
            )}
          </div>
        </div>
      )}
    </div>
  );
}
