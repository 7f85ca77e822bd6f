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

export class DeviceStorage {
  #open: Handle | undefined;

  async #folder(): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(FOLDER, { create: true });
  }

  async #read(name: string): Promise<Uint8Array | undefined> {
    try {
      const file = await (await this.#folder()).getFileHandle(name);
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    } catch {
      return undefined;
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

  async #remove(name: string): Promise<void> {
    await (await this.#folder()).removeEntry(name).catch(() => undefined);
  }

  /** Returns the trust root and the trusted state; `undefined` where no register is stored. */
  async trusted(): Promise<Trusted | undefined> {
    const [root, packed] = await Promise.all([this.#read(ROOT), this.#read(STATE)]);
    return root && packed && packed.length > 1 ? { root, state: packed.subarray(1) } : undefined;
  }

  /** Which of the two bundle files is in use: the first byte of the state. */
  async #slot(): Promise<number> {
    return (await this.#read(STATE))?.[0] ?? 0;
  }

  /** Opens the stored register; `undefined` where there is none. */
  async open(): Promise<StoredRegister | undefined> {
    const trusted = await this.trusted().catch(() => undefined);
    if (!trusted) return undefined;
    this.#open?.close();
    this.#open = undefined;
    const name = `bundle-${await this.#slot()}.rastau`;
    try {
      this.#open = await this.#handle(name);
    } catch {
      // Another window of the page has locked the file, so this one reads it into memory.
      const bytes = await this.#read(name);
      return bytes && { ...trusted, bundle: inMemory(bytes) };
    }
    return { ...trusted, bundle: this.#open };
  }

  /** Replaces the register. The state, which names the bundle file in use, is written last: until then the old register is in use. */
  async replace(bytes: Uint8Array, root: Uint8Array, state: Uint8Array): Promise<void> {
    const old = await this.#slot();
    const slot = 1 - old;
    await this.#write(`bundle-${slot}.rastau`, bytes);
    await this.#write(ROOT, root);
    await this.#write(STATE, Uint8Array.of(slot, ...state));
    await this.#remove(FORGOTTEN);
    this.#open?.close();
    this.#open = undefined;
    await this.#remove(`bundle-${old}.rastau`);
    await navigator.storage.persist?.().catch(() => false);
  }

  /** Returns whether the user removed the register; the one published beside the page is then not loaded automatically. */
  async forgotten(): Promise<boolean> {
    return (await this.#read(FORGOTTEN)) !== undefined;
  }

  /** Removes the register, its trust root and its trusted state. */
  async forget(): Promise<void> {
    this.#open?.close();
    this.#open = undefined;
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
    await this.#write(FORGOTTEN, Uint8Array.of(1));
  }
}
