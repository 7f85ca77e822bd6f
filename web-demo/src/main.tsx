import { render } from "preact";

import { App } from "./app";
import { firstLang, loadLocale } from "./i18n";
import { registerWorker } from "./parts/version";
import "./style.css";

void registerWorker();

const app = document.getElementById("app");
if (app) loadLocale(firstLang()).then((first) => render(<App first={first} />, app));
