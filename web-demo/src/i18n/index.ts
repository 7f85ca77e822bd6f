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
}

export function speech(lang: Lang): Speech {
  const plural = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  const civil = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "Asia/Almaty" });
  const fill: Speech["fill"] = (text, values) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return {
    lang,
    w: WORDS[lang],
    fill,
    count: (noun, count) => fill(noun[plural.select(count)] ?? noun.other, { count: numbers.format(count) }),
    date: (text) => (text.includes("T") ? instant.format(new Date(text)) : civil.format(new Date(`${text}T00:00:00Z`))),
    number: (value) => numbers.format(value),
  };
}

export const SpeechContext = createContext<Speech>(speech("kk"));
export const useSpeech = () => useContext(SpeechContext);
