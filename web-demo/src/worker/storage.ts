// What the page stores on the device: the register, its trust root and its trusted state, in the origin's private file system.
// Nothing about a person is written.

const FOLDER = "rastau";
const ROOT = "root.cose";
const STATE = "state.bin";
const FORGOTTEN = "forgotten";

interface Handle {
  getSize(): number;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

type Readable = Pick<Handle, "getSize" | "read" | "close">;

/** What an update is checked against. */
export interface Trusted {
  root: Uint8Array;
  state: Uint8Array;
}

/** A stored register, open for reading. */
export interface StoredRegister extends Trusted {
  bundle: Readable;
  /** The content of the state file, which every change makes another. */
  packed: Uint8Array;
}

function inMemory(bytes: Uint8Array): Readable {
  return {
    getSize: () => bytes.length,
    read(buffer, { at }) {
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      return part.length;
    },
    close: () => undefined,
  };
}

/** The largest number of a bundle file: the first byte of the state is the number of the one in use. */
const MAX_SLOT = 255;

const bundleName = (slot: number) => `bundle-${slot}.rastau`;

/** Runs a change of the stored register while no other window of the page reads or changes it. */
export function changing<T>(work: () => Promise<T>): Promise<T> {
  return locked("exclusive", work);
}

/** Runs a reading of the stored register while no other window of the page changes it. */
export function reading<T>(work: () => Promise<T>): Promise<T> {
  return locked("shared", work);
}

async function locked<T>(mode: "exclusive" | "shared", work: () => Promise<T>): Promise<T> {
  // Without locks there is no private file system either: both need a secure context.
  if (!navigator.locks) return work();
  return (await navigator.locks.request("rastau-register", { mode }, work)) as T;
}

export class DeviceStorage {
  async #folder(): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(FOLDER, { create: true });
  }

  /** Reads a file; `undefined` where there is none. */
  async #read(name: string): Promise<Uint8Array | undefined> {
    try {
      const file = await (await this.#folder()).getFileHandle(name);
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    } catch (caught) {
      if (caught instanceof DOMException && caught.name === "NotFoundError") return undefined;
      throw caught;
    }
  }

  async #handle(name: string): Promise<Handle> {
    const file = await (await this.#folder()).getFileHandle(name, { create: true });
    return (file as unknown as { createSyncAccessHandle(): Promise<Handle> }).createSyncAccessHandle();
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const handle = await this.#handle(name);
    try {
      handle.truncate(0);
      if (handle.write(bytes, { at: 0 }) !== bytes.length) throw new Error("the disk is full");
      handle.flush();
    } finally {
      handle.close();
    }
  }

  /** Removes a file; one that another window has open stays. */
  async #remove(name: string): Promise<void> {
    await (await this.#folder()).removeEntry(name).catch(() => undefined);
  }

  /** Removes every bundle file but the one of `slot`. One that another window has open is removed by that window. */
  async #sweep(slot: number | undefined): Promise<void> {
    const folder = await this.#folder();
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    const kept = slot === undefined ? "" : bundleName(slot);
    for (const name of names) if (name.startsWith("bundle-") && name !== kept) await this.#remove(name);
  }

  /** Returns the content of the state file; `undefined` where no register is stored. */
  async packed(): Promise<Uint8Array | undefined> {
    const packed = await this.#read(STATE);
    return packed && packed.length > 1 ? packed : undefined;
  }

  /** Returns the trust root and the trusted state; `undefined` where no register is stored, or nothing can be. */
  async trusted(): Promise<Trusted | undefined> {
    const [root, packed] = await Promise.all([this.#read(ROOT), this.packed()]).catch(() => []);
    return root && packed ? { root, state: packed.subarray(1) } : undefined;
  }

  /** Opens the stored register; `undefined` where there is none. */
  async open(): Promise<StoredRegister | undefined> {
    const [root, packed] = await Promise.all([this.#read(ROOT), this.packed()]).catch(() => []);
    if (!root || !packed) return undefined;
    const slot = packed[0] as number;
    const trusted = { root, state: packed.subarray(1), packed };
    try {
      return { ...trusted, bundle: await this.#handle(bundleName(slot)) };
    } catch {
      // Another window of the page has locked the file, so this one reads it into memory.
      const bytes = await this.#read(bundleName(slot));
      return bytes && { ...trusted, bundle: inMemory(bytes) };
    }
  }

  /** Removes what neither this window nor another one needs. */
  async tidy(packed: Uint8Array | undefined): Promise<void> {
    await this.#sweep(packed?.[0]).catch(() => undefined);
  }

  /** Replaces the register. The state, which names the bundle file in use, is written last: until then the old register is in use. */
  async replace(bytes: Uint8Array, root: Uint8Array, state: Uint8Array): Promise<void> {
    const old = (await this.packed())?.[0];
    const slot = await this.#writeBundle(bytes, old);
    await this.#write(ROOT, root);
    await this.#write(STATE, Uint8Array.of(slot, ...state));
    await this.#remove(FORGOTTEN);
    await navigator.storage.persist?.().catch(() => false);
  }

  /** Writes a bundle to the first file that is neither in use nor open in another window. */
  async #writeBundle(bytes: Uint8Array, old: number | undefined): Promise<number> {
    for (let slot = 0; slot <= MAX_SLOT; slot += 1) {
      if (slot === old) continue;
      try {
        await this.#write(bundleName(slot), bytes);
        return slot;
      } catch (caught) {
        const isOpen = caught instanceof DOMException && caught.name === "NoModificationAllowedError";
        if (!isOpen) throw caught;
      }
    }
    throw new Error("every file is open in another window");
  }

  /** Returns whether the user removed the register; the one published beside the page is then not loaded automatically. */
  async forgotten(): Promise<boolean> {
    return (await this.#read(FORGOTTEN).catch(() => undefined)) !== undefined;
  }

  /** Removes the register, its trust root and its trusted state. The state is first: other windows close the register without it. */
  async forget(): Promise<void> {
    await this.#remove(STATE);
    await this.#remove(ROOT);
    await this.#sweep(undefined).catch(() => undefined);
    await this.#write(FORGOTTEN, Uint8Array.of(1));
  }
}
