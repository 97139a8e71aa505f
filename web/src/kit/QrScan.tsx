import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import { Input } from "./Input.tsx";
import { Notice } from "./Notice.tsx";

interface QrScanProps {
  /** Called once with what was scanned or typed. */
  onCode: (code: string) => void;
  /** Form of the typed code: "屏幕下方的 6 位数字". */
  typedHint: string;
  busy?: boolean;
  /** Labels of both ways; default those of session sign-in. */
  words?: { scan: string; typed: string; use: string };
}

const signInWords = { scan: "扫一扫老师的二维码", typed: "或者输入签到码", use: "用签到码签到" };

/** Scans a QR code with the camera, or takes the typed code. */
export function QrScan({ onCode, typedHint, busy = false, words = signInWords }: QrScanProps): ReactElement {
  const [camera, setCamera] = useState<"off" | "on" | "refused">("off");
  const [typed, setTyped] = useState("");
  const video = useRef<HTMLVideoElement>(null);
  const report = useRef(onCode);
  useEffect(() => {
    report.current = onCode;
  });

  useEffect(() => {
    if (camera !== "on") return undefined;
    const stop = new AbortController();
    watch(video.current, stop.signal)
      .then((code) => {
        if (code === null) return;
        setCamera("off");
        report.current(code);
      })
      .catch(() => setCamera("refused"));
    return () => stop.abort();
  }, [camera]);

  return (
    <div className="grid gap-5">
      {camera === "on" ? (
        <div className="grid gap-2">
          <div className="relative overflow-hidden rounded-lg bg-stage">
            <video ref={video} playsInline muted className="aspect-square w-full object-cover" />
            <span aria-hidden className="absolute inset-[18%] rounded-lg border-4 border-white" />
          </div>
          <Button variant="secondary" onClick={() => setCamera("off")}>
            关闭摄像头
          </Button>
        </div>
      ) : (
        <Button icon="scan" block onClick={() => setCamera("on")}>
          {words.scan}
        </Button>
      )}
      {camera === "refused" && <Notice tone="turn">打不开摄像头。可以在手机设置里允许使用，或直接输入。</Notice>}
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") onCode(typed.trim());
        }}
      >
        <Field label={words.typed} hint={typedHint}>
          <Input
            autoComplete="off"
            className="num text-xl tracking-[0.3em] uppercase"
            value={typed}
            onChange={setTyped}
          />
        </Field>
        <Button type="submit" variant="secondary" busy={busy} disabled={typed.trim() === ""}>
          {words.use}
        </Button>
      </form>
    </div>
  );
}

/** Reads camera frames until one holds a code; null if stopped. */
async function watch(video: HTMLVideoElement | null, signal: AbortSignal): Promise<string | null> {
  if (video === null || navigator.mediaDevices === undefined) throw new Error("no camera");
  const [{ default: decode }, stream] = await Promise.all([
    import("jsqr"),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }),
  ]);
  try {
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("no canvas");
    while (!signal.aborted) {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      if (canvas.width > 0) {
        context.drawImage(video, 0, 0);
        const picture = context.getImageData(0, 0, canvas.width, canvas.height);
        const found = decode(picture.data, canvas.width, canvas.height);
        if (found !== null && found.data !== "") return found.data;
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
