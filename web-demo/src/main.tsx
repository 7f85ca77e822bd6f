import { render } from "preact";

import { App } from "./app";
import { firstLang, loadLocale } from "./i18n";
import "./style.css";

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  navigator.serviceWorker.register("./sw.js").catch(() => undefined);
}

const app = document.getElementById("app");
if (app) loadLocale(firstLang()).then((first) => render(<App first={first} />, app));
