// The camera, which is on while the view that has it is shown.

import { useEffect, useRef, useState } from "preact/hooks";

import { useLocale } from "../i18n";
import type { Scanned } from "../scan";

export function Camera({ isActive, onScanned, onDenied }: { isActive: boolean; onScanned(found: Scanned): void; onDenied(): void }) {
  const { t } = useLocale();
  const [on, setOn] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!isActive) setOn(false);
  }, [isActive]);
  useEffect(() => {
    if (!on) return;
    let stream: MediaStream | undefined;
    let stop: (() => void) | undefined;
    let current = true;
    (async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
        });
        const { watch } = await import("../scan");
        if (!current || !video.current) return stream.getTracks().forEach((track) => track.stop());
        video.current.srcObject = stream;
        await video.current.play();
        stop = watch(video.current, (found) => {
          if ("text" in found) setOn(false);
          onScanned(found);
        });
      } catch {
        setOn(false);
        if (current) onDenied();
      }
    })();
    return () => {
      current = false;
      stop?.();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [on]);
  return (
    <>
      <button class="button primary" onClick={() => setOn(!on)}>
        {on ? t.verify.stop : t.verify.camera}
      </button>
      {on && (
        <figure class="camera">
          <video ref={video} muted playsInline aria-label={t.verify.cameraOn} />
          <figcaption>{t.verify.cameraOn}</figcaption>
        </figure>
      )}
    </>
  );
}
