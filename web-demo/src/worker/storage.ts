// What the page stores on the device: the register, its trust root and its trusted state, in the origin's private file system.
// Nothing about a person is written.

const FOLDER = "rastau";
/**
 * The record of what is stored, twice. The one that is not in use is written first: if the worker is terminated at any
 * point, or the power fails, the other remains. Writing the second one makes the record survive the loss of the first.
 */
const RECORDS = ["record-a", "record-b"] as const;
const FORGOTTEN = "forgotten";
/** Stands from before the first register is stored until its record is: a worker may be ended in between. */
const BEGUN = "begun";
/** Where newer registers are looked for. Nothing is decided by it. */
const SOURCE = "source";

interface Handle {
  getSize(): number;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export type Readable = Pick<Handle, "getSize" | "read" | "close">;

/** The trusted data against which an update is checked. */
export interface Trusted {
  root: Uint8Array;
  state: Uint8Array;
}

/** The content of the record. */
interface StoredRecord extends Trusted {
  /** The bytes of the stored record, which differ after every change. */
  packed: Uint8Array;
  sequence: number;
  /** The number of the bundle file in use. */
  slot: number;
}

/** The address of a register that is published again and again, and what its server said of the last one. */
export interface Source {
  url: string;
  /** The entity tag (RFC 9110, section 8.8.3), with which the server says that nothing is newer. */
  tag?: string;
}

/** The message of the error of a write for which the disk has no space. */
export const DISK_FULL = "the disk is full";

/** Both records are damaged. */
export class StorageDamaged extends Error {}

/** A stored register, open for reading. */
export interface StoredRegister extends StoredRecord {
  bundle: Readable;
}

/** SHA-256 of the rest. */
const HASH = 32;
/** The hash, the sequence number, the number of the bundle file, the length of the trust root. */
const HEAD = HASH + 4 + 1 + 4;

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

async function pack(sequence: number, slot: number, { root, state }: Trusted): Promise<Uint8Array> {
  const packed = new Uint8Array(HEAD + root.length + state.length);
  const head = new DataView(packed.buffer);
  head.setUint32(HASH, sequence);
  head.setUint8(HASH + 4, slot);
  head.setUint32(HASH + 5, root.length);
  packed.set(root, HEAD);
  packed.set(state, HEAD + root.length);
  packed.set(await sha256(packed.subarray(HASH)));
  return packed;
}

/** Reads a record; `undefined` for one that is not complete. */
async function unpack(packed: Uint8Array | undefined): Promise<StoredRecord | undefined> {
  if (!packed || packed.length < HEAD) return undefined;
  const hash = await sha256(packed.subarray(HASH));
  if (hash.some((byte, at) => byte !== packed[at])) return undefined;
  const head = new DataView(packed.buffer, packed.byteOffset);
  const end = HEAD + head.getUint32(HASH + 5);
  return {
    packed,
    sequence: head.getUint32(HASH),
    slot: head.getUint8(HASH + 4),
    root: packed.slice(HEAD, end),
    state: packed.slice(end),
  };
}

/** Bytes in memory as an open file. */
export function readable(bytes: Uint8Array): Readable {
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

/** The largest number of a bundle file: the record has one byte for it. */
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
      if (handle.write(bytes, { at: 0 }) !== bytes.length) throw new Error(DISK_FULL);
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
    const kept = slot === undefined ? "" : bundleName(slot);
    for (const name of await this.#names()) if (name.startsWith("bundle-") && name !== kept) await this.#remove(name);
  }

  /** Returns both records, each with its name; the one in use is first. One that is missing or not complete has no content. */
  async #records(): Promise<{ name: string; exists: boolean; record: StoredRecord | undefined }[]> {
    const read = async (name: string) => {
      const packed = await this.#read(name);
      return { name, exists: packed !== undefined, record: await unpack(packed) };
    };
    const records = await Promise.all(RECORDS.map(read));
    return records.sort((left, right) => (right.record?.sequence ?? 0) - (left.record?.sequence ?? 0));
  }

  /**
   * Returns the record in use; `undefined` where no register is stored. Fails if both were damaged or removed: the accepted state
   * of this device is then unknown, and a register loaded without asking could be an older one.
   */
  async #record(): Promise<StoredRecord | undefined> {
    const records = await this.#records();
    const found = records[0]?.record;
    if (found || (await this.#has(FORGOTTEN)) || (await this.#has(BEGUN))) return found;
    const isLost = records.some(({ exists }) => exists) || (await this.#names()).some((name) => name.startsWith("bundle-"));
    if (isLost) throw new StorageDamaged("the stored register is damaged");
    return undefined;
  }

  async #has(name: string): Promise<boolean> {
    return (await this.#read(name)) !== undefined;
  }

  async #names(): Promise<string[]> {
    const names: string[] = [];
    for await (const name of ((await this.#folder()) as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  }

  /** Returns the record as stored; `undefined` where no register is stored. */
  async packed(): Promise<Uint8Array | undefined> {
    return (await this.#record())?.packed;
  }

  /**
   * Returns the trust root and the trusted state; `undefined` where no register is stored, or nothing can be.
   *
   * Fails if what was stored is damaged: such a device is not a new one.
   */
  async trusted(): Promise<Trusted | undefined> {
    return this.#recordIfStored();
  }

  /** As `#record`; `undefined` where the browser lets the page store nothing. */
  async #recordIfStored(): Promise<StoredRecord | undefined> {
    return this.#record().catch((caught) => {
      if (caught instanceof StorageDamaged) throw caught;
      return undefined;
    });
  }

  /** Opens the stored register; `undefined` where there is none. */
  async open(): Promise<StoredRegister | undefined> {
    const record = await this.#recordIfStored();
    if (!record) return undefined;
    try {
      return { ...record, bundle: await this.#handle(bundleName(record.slot)) };
    } catch {
      // Another window of the page has locked the file, so this one reads it into memory.
      const bytes = await this.#read(bundleName(record.slot));
      return bytes && { ...record, bundle: readable(bytes) };
    }
  }

  /** Removes files that no window needs. */
  async tidy(stored: StoredRegister | undefined): Promise<void> {
    await this.#sweep(stored?.slot).catch(() => undefined);
  }

  /** Replaces the register. The record, which names the bundle file in use, is written last: until then the old register is in use. */
  async replace(bytes: Uint8Array, trusted: Trusted): Promise<void> {
    const old = (await this.#records())[0]?.record;
    if (!old) await this.#write(BEGUN, Uint8Array.of(1));
    const slot = await this.#writeBundle(bytes, old?.slot).catch(async (caught) => {
      // What was written before the disk was full takes its space.
      await this.#sweep(old?.slot);
      throw caught;
    });
    await this.#replaceRecord(slot, trusted);
    for (const name of [FORGOTTEN, BEGUN]) await this.#remove(name);
    await navigator.storage.persist?.().catch(() => false);
  }

  /** Replaces the trust root and the trusted state. The register stays, whether it still opens with them or not. */
  async keep(trusted: Trusted): Promise<void> {
    const record = await this.#record();
    if (record) await this.#replaceRecord(record.slot, trusted);
  }

  async #replaceRecord(slot: number, trusted: Trusted): Promise<void> {
    const [used, other] = await this.#records();
    const packed = await pack((used?.record?.sequence ?? 0) + 1, slot, trusted);
    for (const file of [other, used]) if (file) await this.#write(file.name, packed);
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

  /** Returns where newer registers are looked for; `undefined` where that was not stored. */
  async source(): Promise<Source | undefined> {
    try {
      const stored = JSON.parse(new TextDecoder().decode(await this.#read(SOURCE))) as Source;
      return typeof stored.url === "string" ? stored : undefined;
    } catch {
      return undefined;
    }
  }

  /** Stores where newer registers are looked for. If that fails, the page's own site is asked. */
  async writeSource(source: Source): Promise<void> {
    await this.#write(SOURCE, new TextEncoder().encode(JSON.stringify(source))).catch(() => undefined);
  }

  /** Returns whether the user removed the register; the one published beside the page is then not loaded automatically. */
  async forgotten(): Promise<boolean> {
    return (await this.#read(FORGOTTEN).catch(() => undefined)) !== undefined;
  }

  /**
   * Removes the register, its trust root and its trusted state. The records are removed first: other windows close
   * the register without them.
   */
  async forget(): Promise<void> {
    // Without the mark, records that are missing are damage.
    await this.#write(FORGOTTEN, Uint8Array.of(1));
    for (const name of [...RECORDS, BEGUN, SOURCE]) await this.#remove(name);
    await this.#sweep(undefined).catch(() => undefined);
    const kept = (await this.#names()).find((name) => (RECORDS as readonly string[]).includes(name));
    if (kept !== undefined) throw new DOMException(`${kept} could not be removed`, "NoModificationAllowedError");
  }

  /** Returns whether the browser lets the page store nothing. */
  async isDenied(): Promise<boolean> {
    return this.#folder().then(() => false, () => true);
  }

  /** Removes the bundle files of a register that was removed, and returns how many another window still has open. */
  async clear(): Promise<number> {
    await this.#sweep(undefined);
    return (await this.#names()).filter((name) => name.startsWith("bundle-")).length;
  }
}
