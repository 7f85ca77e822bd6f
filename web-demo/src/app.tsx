import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { LANGS, loadLocale, LocaleContext, NAMES, rememberLang, type Lang, type Locale } from "./i18n";
import { Register, type Loaded } from "./views/register";
import { Verify } from "./views/verify";
import { isFailure, start, verifier } from "./worker/client";

const StaffList = lazy(() => import("./views/list").then((loaded) => loaded.StaffList));
const Deadlines = lazy(() => import("./views/deadlines").then((loaded) => loaded.Deadlines));
const Law = lazy(() => import("./views/law").then((loaded) => loaded.Law));

const VIEWS = ["verify", "list", "deadlines", "register", "law"] as const;
type View = (typeof VIEWS)[number];

const viewOf = (hash: string): View => VIEWS.find((view) => hash === `#/${view}`) ?? "verify";

/** Hides an inactive view instead of unmounting it, so that its list or half-filled form is preserved. */
function KeepAlive({ active, children }: { active: boolean; children: ComponentChildren }) {
  const [mounted, setMounted] = useState(active);
  useEffect(() => setMounted((before) => before || active), [active]);
  return mounted || active ? <div hidden={!active}>{children}</div> : null;
}

/** The page, at first in the language that was loaded for it. */
export function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  const [view, setView] = useState<View>(() => viewOf(location.hash));
  const [loaded, setLoaded] = useState<Loaded>({ state: undefined });
  const main = useRef<HTMLElement>(null);
  const chosen = useRef<Lang>(first.lang);
  const { lang, t } = locale;

  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = `${t.nav[view]} · Rastau`;
  }, [lang, view]);

  useEffect(() => {
    const navigated = () => {
      setView(viewOf(location.hash));
      // A screen reader continues at the start of the new view.
      main.current?.focus();
      scrollTo(0, 0);
    };
    addEventListener("hashchange", navigated);
    // The address may have changed before this ran: a document that was removed from it belongs to the first view.
    setView(viewOf(location.hash));
    return () => removeEventListener("hashchange", navigated);
  }, []);

  useEffect(() => {
    start(lang, new URL(".", location.href).href, (state) => {
      setLoaded(isFailure(state) ? { state: null, failure: state } : { state });
    });
  }, []);

  // The content on the screen is from the register of the last question, which another window may have replaced
  // since.
  useEffect(() => {
    const shown = () => {
      if (document.visibilityState === "visible") verifier.refresh(lang).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", shown);
    return () => document.removeEventListener("visibilitychange", shown);
  }, [lang]);

  const choose = useCallback((one: Lang) => {
    rememberLang(one);
    chosen.current = one;
    // The language chosen last wins. If it cannot be loaded, the page is unchanged.
    loadLocale(one).then(
      (loaded) => chosen.current === one && setLocale(loaded),
      () => undefined,
    );
  }, []);

  return (
    <LocaleContext.Provider value={locale}>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t.skip}
      </a>
      <header class="top">
        <a class="brand" href="#/verify">
          <img src="./icon.svg" alt="" width="28" height="28" />
          <span>Rastau</span>
        </a>
        <nav aria-label={t.menu}>
          {VIEWS.map((one) => (
            <a key={one} href={`#/${one}`} aria-current={one === view ? "page" : undefined}>
              {t.nav[one]}
            </a>
          ))}
        </nav>
        <div class="langs" role="group" aria-label={t.language}>
          {LANGS.map((one) => (
            <button key={one} lang={one} aria-pressed={one === lang} title={NAMES[one]} onClick={() => choose(one)}>
              {NAMES[one].slice(0, 3)}
            </button>
          ))}
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<p class="quiet">{t.wait}</p>}>
          {view === "verify" && <Verify loaded={loaded} />}
          <KeepAlive active={view === "list"}>
            {/* When the device is cleared, a new key discards the list too. */}
            <StaffList key={loaded.state === null ? "cleared" : "loaded"} loaded={loaded} />
          </KeepAlive>
          <KeepAlive active={view === "deadlines"}>
            <Deadlines />
          </KeepAlive>
          {view === "register" && <Register loaded={loaded} onLoaded={setLoaded} />}
          {view === "law" && <Law />}
        </Suspense>
      </main>
      <footer>
        <p>
          {loaded.state
            ? locale.fill(t.registerOf, { date: locale.date(loaded.state.info.as_of) })
            : loaded.state === null
              ? t.noRegister
              : t.wait}
        </p>
        <p>{t.trustNote}</p>
      </footer>
    </LocaleContext.Provider>
  );
}
