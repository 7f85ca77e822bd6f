// Loading the WebAssembly module in a browser.

/** The module's address, bytes, response or compiled form. */
export type ModuleSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** Makes the function that loads a module once, from the initialiser that `wasm-bindgen` generated for it. */
export function loader(init: (options?: { module_or_path: ModuleSource }) => Promise<unknown>): (module?: ModuleSource) => Promise<void> {
  let loading: Promise<unknown> | undefined;
  return async (module) => {
    loading ??= init(module === undefined ? undefined : { module_or_path: module });
    try {
      await loading;
    } catch (failed) {
      // The next call tries again: the connection may be back.
      loading = undefined;
      throw failed;
    }
  };
}
