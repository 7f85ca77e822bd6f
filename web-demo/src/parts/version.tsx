// A newer version of the page. It waits until the user takes it, since the open page still loads files of its own version.

import { useEffect, useState } from "preact/hooks";

import { useLocale } from "../i18n";

const DAY = 24 * 60 * 60_000;

/** Registers the service worker. A version that already waits when the page opens is taken at once: nothing was typed yet. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    const isOpened = window.documentLink !== undefined;
    const found = await navigator.serviceWorker.getRegistration();
    if (found?.waiting && !isOpened) return take(found.waiting);
    const registration = await navigator.serviceWorker.register("./sw.js");
    // Where the browser blocks service workers, some return nothing.
    if (registration as ServiceWorkerRegistration | undefined) setInterval(() => void registration.update().catch(() => undefined), DAY);
  } catch {
    // Without a service worker the page needs a network.
  }
}

function take(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "SKIP_WAITING" });
}

/** Offers a version of the page that has come while it is open. */
export function NewVersion() {
  const { t } = useLocale();
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    let registration: ServiceWorkerRegistration | undefined;
    const found = () => {
      const worker = registration?.installing;
      worker?.addEventListener("statechange", () => worker.state === "installed" && navigator.serviceWorker.controller && setWaiting(worker));
    };
    void navigator.serviceWorker.ready.then((ready) => {
      registration = ready;
      if (ready.waiting) setWaiting(ready.waiting);
      ready.addEventListener("updatefound", found);
    });
    return () => registration?.removeEventListener("updatefound", found);
  }, []);
  return (
    <div role="status">
      {waiting && (
        <p class="version no-print">
          {t.newVersion}{" "}
          <button class="button" onClick={() => take(waiting)}>
            {t.reload}
          </button>
        </p>
      )}
    </div>
  );
}
