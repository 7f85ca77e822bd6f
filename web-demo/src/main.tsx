import { render } from "preact";

import { App } from "./app";
import "./style.css";

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  navigator.serviceWorker.register("./sw.js").catch(() => undefined);
}

const app = document.getElementById("app");
if (app) render(<App />, app);
