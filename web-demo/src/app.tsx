import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { LANGS, loadLocale, LocaleContext, NAMES, rememberLang, type Lang, type Locale } from "./i18n";
import { Guard, lazy } from "./parts/guard";
import { Age } from "./parts/update";
import { NewVersion } from "./parts/version";
import { RegisterContext, useRegister } from "./register";
import { Verify } from "./views/verify";

const Register = lazy(() => import("./views/register").then((loaded) => loaded.Register));
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
  return mounted || active ? (
    <div hidden={!active}>
      <Guard>{children}</Guard>
    </div>
  ) : null;
}

/** The page, at first in the language that was loaded for it. */
export function App({ first }: { first: Locale }) {
  const [locale, setLocale] = useState(first);
  const [view, setView] = useState<View>(() => viewOf(location.hash));
  /** Counts how often the user went to the start by the logo or the first section while being there. */
  const [starts, setStarts] = useState(0);
  const main = useRef<HTMLElement>(null);
  const chosen = useRef<Lang>(first.lang);
  const { lang, t } = locale;
  const register = useRegister(lang);
  const cleared = register.loaded.state === null ? "cleared" : "loaded";

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

  const choose = useCallback((one: Lang) => {
    rememberLang(one);
    chosen.current = one;
    // The language chosen last wins. If it cannot be loaded, the page is unchanged.
    loadLocale(one).then(
      (loaded) => chosen.current === one && setLocale(loaded),
      () => undefined,
    );
  }, []);

  // The address does not change where it is the start's already.
  const toStart = () => view === "verify" && setStarts((before) => before + 1);

  return (
    <LocaleContext.Provider value={locale}>
      <RegisterContext.Provider value={register}>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {t.skip}
      </a>
      <header class="top">
        <a class="brand" href="#/verify" onClick={toStart}>
          <img src="./icon.svg" alt="" width="28" height="28" />
          <span>Rastau</span>
        </a>
        <nav aria-label={t.menu}>
          {VIEWS.map((one) => (
            <a key={one} href={`#/${one}`} onClick={one === "verify" ? toStart : undefined} aria-current={one === view ? "page" : undefined}>
              {t.nav[one]}
            </a>
          ))}
        </nav>
        <Age />
        <div class="langs" role="group" aria-label={t.language}>
          {LANGS.map((one) => (
            <button key={one} lang={one} aria-pressed={one === lang} title={NAMES[one]} onClick={() => choose(one)}>
              {NAMES[one].slice(0, 3)}
            </button>
          ))}
        </div>
      </header>
      <NewVersion />
      <main id="main" ref={main} tabIndex={-1}>
        <KeepAlive active={view === "verify"}>
          {/* When the device is cleared, a new key discards what was entered too. */}
          <Verify key={cleared} isActive={view === "verify"} starts={starts} />
        </KeepAlive>
        <KeepAlive active={view === "list"}>
          <StaffList key={cleared} loaded={register.loaded} />
        </KeepAlive>
        <KeepAlive active={view === "deadlines"}>
          <Deadlines />
        </KeepAlive>
        {view === "register" && (
          <Guard key={view}>
            <Register />
          </Guard>
        )}
        {view === "law" && (
          <Guard key={view}>
            <Law />
          </Guard>
        )}
      </main>
      <footer>
        <p>{t.trustNote}</p>
      </footer>
      </RegisterContext.Provider>
    </LocaleContext.Provider>
  );
}
