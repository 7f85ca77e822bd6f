import { createHash } from "node:crypto";

import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Lets the content security policy allow the one inline script of the page, by its hash. */
const inlineScript: Plugin = {
  name: "inline-script",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const [script, more] = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((found) => found[1] ?? "");
      if (script === undefined || more !== undefined) throw new Error("expected one inline script in index.html");
      return html.replace("'inline-script'", `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    },
  },
};

export default defineConfig({
  // Relative addresses, so that the page works in any folder of any server.
  base: "./",
  plugins: [
    preact(),
    inlineScript,
    VitePWA({
      // A new version waits until the user takes it: the open page still loads files of its own version.
      registerType: "prompt",
      injectRegister: null,
      includeAssets: ["icon.svg"],
      manifest: {
        name: "Rastau",
        short_name: "Rastau",
        description: "Біліктілікті тану құжаттарын желісіз тексеру · Проверка документов о квалификации без сети",
        lang: "kk",
        theme_color: "#0b5d4e",
        background_color: "#ffffff",
        display: "standalone",
        icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any maskable" }],
      },
      workbox: {
        // Every file that a view may load, so that one visit suffices. The page itself stores the bundle.
        globPatterns: ["**/*.{js,css,html,svg,wasm,json}"],
        globIgnores: ["data/**"],
        // The one stored file answers every address of the page; visited addresses are not stored.
        navigateFallback: "index.html",
        runtimeCaching: [],
        // The page of the first visit works offline too.
        clientsClaim: true,
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
  ],
  worker: { format: "es" },
  optimizeDeps: { exclude: ["rastau"] },
  server: { fs: { allow: [".."] } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: true, modulePreload: { polyfill: false } },
});
