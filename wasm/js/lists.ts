// The entry point for lists of people: reads CSV, XLSX, XLS and ODS, and writes reports. A module of its own, without the verifier.

import { loader } from "./load.js";
import init from "./tables.js";

export type { ListField, TableColumn, TableInfo, TableOptions, TableRow } from "./types.js";
export { Table, csvReport, xlsxReport } from "./tables.js";

/** Loads the WebAssembly module, once. The argument is that of `load` in `rastau/verify`. */
export const load = /* @__PURE__ */ loader(init);
