import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

export default defineConfig({
  // Relative addresses, so that the page works in any folder of any server.
  base: "./",
  plugins: [
    preact(),
    VitePWA({
      registerType: "autoUpdate",
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
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
  ],
  worker: { format: "es" },
  optimizeDeps: { exclude: ["rastau"] },
  server: { fs: { allow: [".."] } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: true, modulePreload: { polyfill: false } },
});
