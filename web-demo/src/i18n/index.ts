// The language of the page: its choice, its texts, and its formats of numbers and dates.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Lang } from "rastau";

import type { PluralForms, Texts } from "./en";

export type { Lang, Texts };

/** The languages, each by its own name. */
export const NAMES: Record<Lang, string> = { kk: "Қазақша", ru: "Русский", en: "English" };
export const LANGS = Object.keys(NAMES) as Lang[];

/** The texts of each language, in separate files: a visitor needs only one. The service worker stores all. */
const TEXTS: Record<Lang, () => Promise<Texts>> = {
  kk: () => import("./kk").then(({ kk }) => kk),
  ru: () => import("./ru").then(({ ru }) => ru),
  en: () => import("./en").then(({ en }) => en),
};

const KEY = "rastau.lang";

/** The language chosen earlier, else the first supported one of the browser, else Kazakh. */
export function firstLang(): Lang {
  const known = (code: string | null | undefined) => LANGS.find((lang) => code?.toLowerCase().startsWith(lang));
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // The browser does not allow storage.
  }
  return known(chosen) ?? navigator.languages.map(known).find((lang) => lang) ?? "kk";
}

export function rememberLang(lang: Lang): void {
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Not stored; the user chooses again next time.
  }
}

/** A language with its texts and formats. */
export interface Locale {
  lang: Lang;
  t: Texts;
  /** Replaces `{name}` in a text. */
  fill(text: string, values: Record<string, string | number>): string;
  /** A number with its noun, in the plural form that the number requires. */
  count(noun: PluralForms, count: number): string;
  /** A civil date, or the civil date of an instant in Kazakhstan, spelled out. */
  date(text: string): string;
  number(value: number): string;
  /** A month, from `YYYY-MM`. */
  month(text: string): { short: string; long: string };
  /** The short names of the days of the week, from Monday. */
  week: string[];
}

/** Some browsers have no Kazakh dates: Chromium formats them as "2026 M11 21". */
const MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

/** 1 June 2026 is a Monday. */
const WEEK = Array.from({ length: 7 }, (_, at) => new Date(Date.UTC(2026, 5, 1 + at)));

const kazakh = (timeZone: string) => {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone });
  return (moment: Date) => {
    const [year, month, day] = parts.format(moment).split("-");
    return `${year}\u00a0ж. ${Number(day)}\u00a0${MONTHS[Number(month) - 1]}`;
  };
};

/** Loads the texts of a language. Rejects if they cannot be fetched. */
export async function loadLocale(lang: Lang): Promise<Locale> {
  return localeOf(lang, await TEXTS[lang]());
}

function localeOf(lang: Lang, t: Texts): Locale {
  // en-GB orders dates as day, month, year, like the verifier's texts.
  const locale = lang === "en" ? "en-GB" : lang;
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const civil = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Asia/Almaty" });
  const monthShort = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const monthLong = new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "short", timeZone: "UTC" });
  const fill: Locale["fill"] = (text, values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  // A no-break space keeps "2026" and "г." on one line.
  const formatted = (format: Intl.DateTimeFormat) => (moment: Date) => format.format(moment).replace(/\s+(?=г\.$)/, "\u00a0");
  const [day, moment] = lang === "kk" ? [kazakh("UTC"), kazakh("Asia/Almaty")] : [formatted(civil), formatted(instant)];
  return {
    lang,
    t,
    fill,
    count: (noun, count) => fill(noun[plural.select(count)] ?? noun.other, { count: numbers.format(count) }),
    date: (text) => (text.includes("T") ? moment(new Date(text)) : day(new Date(`${text}T00:00:00Z`))),
    month: (text) => {
      const [year = "", number = "1"] = text.split("-");
      if (lang === "kk") return { short: MONTHS[Number(number) - 1]?.slice(0, 3) ?? "", long: `${year} жылғы ${MONTHS[Number(number) - 1]}` };
      const first = new Date(`${text}-01T00:00:00Z`);
      return { short: monthShort.format(first), long: monthLong.format(first) };
    },
    week: lang === "kk" ? ["Дс", "Сс", "Ср", "Бс", "Жм", "Сб", "Жс"] : WEEK.map((first) => weekday.format(first)),
    number: (value) => numbers.format(value),
  };
}

/** The current civil date in Kazakhstan, `YYYY-MM-DD`. */
export const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date());

/** The number of civil days in Kazakhstan since an instant. */
export function daysSince(instant: string): number {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Almaty" }).format(new Date(instant));
  return Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000);
}

export const LocaleContext = createContext<Locale | undefined>(undefined);

export function useLocale(): Locale {
  const locale = useContext(LocaleContext);
  if (!locale) throw new Error("no language is loaded");
  return locale;
}
