// Views that are loaded on demand, and what is shown in place of one that fails.

import { Component, type ComponentChildren, type ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useLocale } from "../i18n";

function Reload() {
  const { t } = useLocale();
  return (
    <section class="panel" role="alert">
      <p>{t.partFailed}</p>
      <button class="button primary" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </section>
  );
}

/** Shows what to do in place of a view that fails, and leaves the others as they are. */
export class Guard extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };
  static override getDerivedStateFromError() {
    return { failed: true };
  }
  render() {
    return this.state.failed ? <Reload /> : this.props.children;
  }
}

/**
 * A view that is loaded when it is first shown. After a deployment its file may be gone from the server, and without a network it may never
 * have come: then the view says what to do.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let View: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const { t } = useLocale();
    const [state, setState] = useState<"loading" | "loaded" | "failed">(View ? "loaded" : "loading");
    useEffect(() => {
      if (View) return;
      load().then(
        (loaded) => {
          View = loaded;
          setState("loaded");
        },
        () => setState("failed"),
      );
    }, []);
    if (state === "failed") return <Reload />;
    return View ? <View {...props} /> : <p class="quiet">{t.wait}</p>;
  };
}
