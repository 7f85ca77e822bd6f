// What stays on the device: the register, the trust root it was opened with, and the newest that was seen of it. In the
// origin's private file system; nothing about a person is ever written.

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

export interface Found {
  root: Uint8Array;
  state: Uint8Array;
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

export class Kept {
  #open: Handle | undefined;

  async #folder(): Promise<FileSystemDirectoryHandle> {
    const whole = await navigator.storage.getDirectory();
    return whole.getDirectoryHandle(FOLDER, { create: true });
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
      if (handle.write(bytes, { at: 0 }) !== bytes.length) throw new Error("disk full");
      handle.flush();
    } finally {
      handle.close();
    }
  }

  async #remove(name: string): Promise<void> {
    await (await this.#folder()).removeEntry(name).catch(() => undefined);
  }

  /** The trust root and what was seen: what an update is checked against. */
  async memory(): Promise<{ root: Uint8Array; state: Uint8Array } | undefined> {
    const [root, packed] = await Promise.all([this.#read(ROOT), this.#read(STATE)]);
    return root && packed && packed.length > 1 ? { root, state: packed.subarray(1) } : undefined;
  }

  /** Which of the two bundle files is in use: the first byte of the state. */
  async #slot(): Promise<number> {
    return (await this.#read(STATE))?.[0] ?? 0;
  }

  async open(): Promise<Found | undefined> {
    const memory = await this.memory().catch(() => undefined);
    if (!memory) return undefined;
    this.#open?.close();
    this.#open = undefined;
    const name = `bundle-${await this.#slot()}.rastau`;
    try {
      this.#open = await this.#handle(name);
    } catch {
      // Another window of the page holds the file: this one reads it into memory.
      const bytes = await this.#read(name);
      return bytes && { ...memory, bundle: inMemory(bytes) };
    }
    return { ...memory, bundle: this.#open };
  }

  /** Writes the other bundle file first, and the state that points to it last: a page closed between keeps the old one. */
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

  /** Whether a person went back to none: then the register beside the page is not taken again by itself. */
  async forgotten(): Promise<boolean> {
    return (await this.#read(FORGOTTEN)) !== undefined;
  }

  async forget(): Promise<void> {
    this.#open?.close();
    this.#open = undefined;
    const whole = await navigator.storage.getDirectory();
    await whole.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
    await this.#write(FORGOTTEN, Uint8Array.of(1));
  }
}
