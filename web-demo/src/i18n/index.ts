// Languages: which one, and its words, numbers and dates.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Lang } from "rastau";

import { en, type Counted, type Words } from "./en";
import { kk } from "./kk";
import { ru } from "./ru";

export type { Lang, Words };

const WORDS: Record<Lang, Words> = { kk, ru, en };
export const LANGS: Lang[] = ["kk", "ru", "en"];

const KEY = "rastau.lang";

/** The language chosen before, or the device's own, or Kazakh. */
export function firstLang(): Lang {
  const known = (code: string | null | undefined) => LANGS.find((lang) => code?.toLowerCase().startsWith(lang));
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing.
  }
  return known(chosen) ?? navigator.languages.map(known).find((lang) => lang) ?? "kk";
}

export function rememberLang(lang: Lang): void {
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // Asked again next time.
  }
}

export interface Speech {
  lang: Lang;
  w: Words;
  /** Fills `{name}` in a text. */
  fill(text: string, values: Record<string, string | number>): string;
  /** A noun after its number. */
  count(noun: Counted, count: number): string;
  /** A civil date, or the civil date in Kazakhstan of an instant. */
  date(text: string): string;
  number(value: number): string;
  /** A month, from `YYYY-MM`. */
  month(text: string): { short: string; long: string };
  /** The days of the week, from Monday on. */
  week: string[];
}

/** Not every browser knows Kazakh dates: Chromium's own say "2026 M11 21". */
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

export function speech(lang: Lang): Speech {
  // The order of a date in these words is day, month, year, as the verifier itself says it.
  const locale = lang === "en" ? "en-GB" : lang;
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const civil = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Asia/Almaty" });
  const monthShort = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const monthLong = new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(lang, { weekday: "short", timeZone: "UTC" });
  const fill: Speech["fill"] = (text, values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  // "2026" and "г." stay on one line.
  const shown = (civil: Intl.DateTimeFormat) => (moment: Date) => civil.format(moment).replace(/\s+(?=г\.$)/, "\u00a0");
  const [day, moment] = lang === "kk" ? [kazakh("UTC"), kazakh("Asia/Almaty")] : [shown(civil), shown(instant)];
  return {
    lang,
    w: WORDS[lang],
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

export const SpeechContext = createContext<Speech>(speech("kk"));
export const useSpeech = () => useContext(SpeechContext);
