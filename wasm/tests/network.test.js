// `updateFrom` against a local web server: the transcripts over HTTP, and faults of servers and networks.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

import * as rastau from "../pkg/node.js";
import { isRange } from "../pkg/update.js";
import { CORPUS, filesOf, pack, updates } from "./corpus.js";
import { assertService, outcome, Script } from "./transcripts.js";

const NOW = "2026-11-23T10:00:00+05:00";
const root = new Uint8Array(readFileSync(`${CORPUS}bundles/base/roots/1.cose`));
const LIMIT = 256 * 1024;

/** The segments of `base`, and one of several pages. */
const segments = [...filesOf("bundles/base")].filter(([name]) => name.startsWith("segments/"));
const [long] = segments.find(([, { length }]) => length > 12000);

/** Servers for these tests; `reply` answers the requests below `/register/`. */
const servers = [];
async function serve(reply) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://localhost");
    const name = pathname.replace("/register/", "");
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? "");
    const one = { name, from: range ? Number(range[1]) : 0, headers: request.headers, search, sent: 0 };
    requests.push(one);
    try {
      await reply(response, one);
    } catch (caught) {
      server.failed ??= caught;
      response.destroy();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  return { base: `http://127.0.0.1:${server.address().port}/register`, requests, server };
}
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Sends the reply of a source, as a server with ranges does. */
function send(response, found, from) {
  if (found.status !== undefined) return response.writeHead(found.status).end();
  const { whole, at, end } = found;
  const part = from > 0 && at > 0;
  const head = { "Content-Length": whole.length - at, ...(part && { "Content-Range": `bytes ${at}-${whole.length - 1}/${whole.length}` }) };
  response.writeHead(part ? 206 : 200, head);
  if (end === whole.length) return response.end(whole.subarray(at));
  // The connection is closed after these bytes.
  response.write(whole.subarray(at, end), () => setTimeout(() => response.destroy(), 20));
}

/** A published folder, with ranges; `change` may answer first. */
const files = (path, change = () => false) => {
  const all = filesOf(path);
  return (response, request) => {
    if (change(response, request, all)) return;
    const whole = all.get(request.name);
    send(response, whole ? { whole, at: request.from, end: whole.length } : { status: 404 }, request.from);
  };
};

/** A device that was updated from a bundle of the corpus. */
async function having(path) {
  const { base } = await serve(files(path));
  return rastau.updateFrom(base, { root, now: NOW });
}
let base;
before(async () => {
  base = await having("bundles/base");
});
const held = ({ root, state, bundle }) => ({ root, state, bundle, now: NOW });

for (const { name, description, now, root: pinned, before: old, steps, result } of updates()) {
  test(`over HTTP, ${name}: ${description}`, async () => {
    const device = old ? held(await having(old)) : { ...(pinned && { root }), now };
    const script = new Script(steps);
    const { base, server } = await serve((response, { name, from }) => send(response, script.ask(name, from), from));
    const ended = { device: { ...device } };
    delete ended.device.now;
    const options = { ...device, again: () => true, keep: (root) => void (ended.device.root = root) };
    try {
      const { report, ...updated } = await rastau.updateFrom(base, options);
      Object.assign(ended, { device: updated, report });
    } catch (caught) {
      Object.assign(ended, { error: caught.code, closed: caught.closed });
    }
    assert.equal(server.failed, undefined);
    script.finish();
    assert.deepEqual(outcome(rastau, ended, now), result);
    assertService(rastau, ended, now, device);
  });
}

test("a first update returns what a verifier opens, bypassing caches and without cookies", async () => {
  const { base: address, requests } = await serve(files("bundles/base"));
  const { root: newest, state, bundle, report } = await rastau.updateFrom(`${address}/?key=1`, { root, now: NOW });
  assert.deepEqual([report.change, report.held], ["first", 0]);
  const verifier = rastau.Verifier.open(newest, bundle, { now: NOW, state });
  assert.deepEqual(verifier.damage(), []);
  verifier.free();
  for (const { name, search, headers } of requests) {
    assert.equal(search, "?key=1");
    assert.equal(headers.cookie, undefined);
    assert.equal(headers["cache-control"], name.startsWith("segments/") ? undefined : "no-cache", name);
  }
});

test("an update without news takes two requests and less than a kilobyte", async () => {
  let bytes = 0;
  const { base: address, requests } = await serve(files("bundles/base", (response, { name }, all) => void (bytes += all.get(name)?.length ?? 0)));
  // A part of a segment that the bundle has completely does not count.
  const parts = new Map([[long, base.bundle.slice(0, 5000)]]);
  const updated = await rastau.updateFrom(address, { ...held(base), parts });
  assert.deepEqual(requests.map((one) => one.name), ["roots/2.cose", "fresh.cose"]);
  assert.ok(bytes < 1000, String(bytes));
  assert.equal(updated.report.change, "nothing");
  assert.equal(updated.bundle, base.bundle);
});

test("stored segments are not fetched, from memory or from a file", async () => {
  const { base: address, requests } = await serve(files("bundles/grown"));
  const file = { size: base.bundle.length, read: (offset, length) => base.bundle.slice(offset, offset + length) };
  const updates = [];
  for (const bundle of [base.bundle, file]) {
    updates.push(await rastau.updateFrom(address, { ...held(base), bundle }));
    const old = filesOf("bundles/base");
    const fetched = requests.splice(0).filter((one) => one.name.startsWith("segments/"));
    assert.ok(fetched.length > 0);
    for (const { name } of fetched) assert.ok(!old.has(name), name);
  }
  assert.ok(updates[0].report.held > 0);
  assert.deepEqual(Buffer.from(updates[0].bundle), Buffer.from(updates[1].bundle));
});

/** A server that interrupts the documents segment `times` times. */
const broken = (times) =>
  files("bundles/base", (response, { name, from }, all) => {
    const whole = all.get(name);
    if (name !== long || times === 0) return false;
    times -= 1;
    send(response, { whole, at: from, end: from + 5000 }, from);
    return true;
  });

test("an interrupted transfer is continued, in the next update or in the same one", async () => {
  const parts = new Map();
  const { base: address, requests } = await serve(broken(1));
  const first = rastau.updateFrom(address, { root, now: NOW, parts });
  await assert.rejects(first, { code: rastau.errorCodes.SOURCE, stage: "disk", closed: false, message: /segments\// });
  const [name, part] = [...parts].at(-1);
  assert.equal(part.length, 5000);
  requests.splice(0);
  const { bundle } = await rastau.updateFrom(address, { root, now: NOW, parts });
  assert.equal(requests.find((one) => one.name === name).from, 5000);
  assert.equal(parts.size, 0);
  assert.deepEqual(Buffer.from(bundle), Buffer.from(base.bundle));

  const asked = [];
  const other = await serve(broken(2));
  const again = (failure, name) => asked.push([failure.code, name]) > 0;
  await rastau.updateFrom(other.base, { root, now: NOW, again });
  assert.deepEqual(asked, [[125, name], [125, name]]);
  assert.deepEqual(other.requests.filter((one) => one.name === name).map((one) => one.from), [0, 5000, 10000]);
});

test("a part of other bytes is fetched again from its first bad page on", async () => {
  const [name, bytes] = segments.find(([name]) => name === long);
  const part = bytes.slice(0, 9000);
  part[8195] ^= 1;
  const { base: address, requests } = await serve(files("bundles/base"));
  const { bundle } = await rastau.updateFrom(address, { root, now: NOW, parts: new Map([[name, part]]) });
  assert.deepEqual(requests.filter((one) => one.name === name).map((one) => one.from), [9000, 8192]);
  assert.deepEqual(Buffer.from(bundle), Buffer.from(base.bundle));
});

test("a complete part is checked and not fetched", async () => {
  const { base: address, requests } = await serve(files("bundles/base"));
  for (const [name, bytes] of segments) {
    const parts = new Map([[name, Buffer.concat([bytes, bytes])]]);
    const { bundle, report } = await rastau.updateFrom(address, { root, now: NOW, parts });
    assert.equal(report.held, bytes.length);
    assert.deepEqual(Buffer.from(bundle), Buffer.from(base.bundle), name);
    assert.ok(!requests.splice(0).some((one) => one.name === name), name);
    // The bundle has a shorter one; the one in `parts` counts.
    const short = pack(new Map(filesOf("bundles/base")).set(name, bytes.slice(0, 4096)));
    parts.set(name, Buffer.concat([bytes, bytes]));
    const mended = await rastau.updateFrom(address, { ...held(base), bundle: short, parts });
    assert.deepEqual([mended.report.change, requests.splice(0).some((one) => one.name === name)], [bytes.length > 4096 ? "mended" : "nothing", false]);
    assert.equal(mended.bundle === short, bytes.length === 4096);
    if (bytes.length > 4096) assert.deepEqual(Buffer.from(mended.bundle), Buffer.from(base.bundle), name);
    // A part that is not the signed one is fetched again from its bad page on.
    const other = Uint8Array.from(bytes);
    other[other.length - 9] ^= 1;
    const again = await rastau.updateFrom(address, { root, now: NOW, parts: new Map([[name, other]]) });
    assert.deepEqual(requests.splice(0).filter((one) => one.name === name).map((one) => one.from), [bytes.length - 4096]);
    assert.deepEqual(Buffer.from(again.bundle), Buffer.from(base.bundle), name);
  }
});

test("a segment that is not the signed one leaves no part", async () => {
  const { base: address } = await serve(
    files("bundles/base", (response, { name }, all) => {
      if (name !== long) return false;
      const other = Uint8Array.from(all.get(name));
      other[9] ^= 1;
      response.end(other);
      return true;
    }),
  );
  const parts = new Map();
  await assert.rejects(rastau.updateFrom(address, { root, now: NOW, parts }), { code: rastau.errorCodes.DISK_SEGMENT });
  assert.ok(!parts.has(long));
});

test("the status of a segment is reported, and a shorter file is an error of the source", async () => {
  for (const [status, code, times] of [[404, 124, 2], [410, 124, 2], [403, 136, 1], [503, 136, 1]]) {
    const { base: address, requests } = await serve(files("bundles/base", (response, { name }) => name === long && response.writeHead(status).end()));
    await assert.rejects(rastau.updateFrom(address, { root, now: NOW }), { code }, String(status));
    assert.equal(requests.filter((one) => one.name === "fresh.cose").length, times, `${status}: the walk begins again`);
  }
  const { base: address } = await serve(files("bundles/base", (response, { name }, all) => name === long && response.end(all.get(name).subarray(0, 5000))));
  await assert.rejects(rastau.updateFrom(address, { root, now: NOW }), { code: 125, message: /it has 5000 bytes instead of / });
});

test("each request sets the modes for caches, cookies and redirects", async () => {
  const { base: address } = await serve(broken(1));
  const requests = [];
  const fetch = (address, init) => (requests.push([address.pathname.replace("/register/", ""), init]), globalThis.fetch(address, init));
  await rastau.updateFrom(address, { root, now: NOW, fetch, again: () => true });
  for (const [name, { credentials, redirect, cache }] of requests) {
    assert.deepEqual([credentials, redirect], ["omit", "follow"], name);
    if (!name.startsWith("segments/")) assert.equal(cache, "no-store", name);
  }
  assert.deepEqual(requests.filter(([name]) => name === long).map(([, { cache }]) => cache), ["default", "reload"]);
});

test("an update leaves nothing behind", async () => {
  const { base: address } = await serve(files("bundles/base"));
  const { free } = rastau.Update.prototype;
  let freed = 0;
  rastau.Update.prototype.free = function () {
    freed += 1;
    free.call(this);
  };
  const timers = () => process.getActiveResourcesInfo().filter((one) => one === "Timeout").length;
  const before = timers();
  await rastau.updateFrom(address, { ...held(base), deadline: 600_000 });
  await assert.rejects(rastau.updateFrom("register", { ...held(base), deadline: 600_000 }));
  rastau.Update.prototype.free = free;
  assert.equal(freed, 2);
  assert.ok(timers() < before + 2, "timers");
});

test("a partial response is accepted only for the requested range", async () => {
  const [name, bytes] = segments.find(([name]) => name === long);
  const total = bytes.length;
  const rest = `bytes 5000-${total - 1}/${total}`;
  const cases = [
    ["another range", { "Content-Range": `bytes 4096-${total - 1}/${total}` }],
    ["another length", { "Content-Range": `bytes 5000-${total - 1}/${total + 1}` }],
    ["a part of it", { "Content-Range": `bytes 5000-6000/${total}` }],
    ["no range", {}],
    ["a range of a compressed file", { "Content-Range": rest, "Content-Encoding": "gzip" }],
  ];
  for (const [why, head] of cases) {
    const { base: address } = await serve(
      files("bundles/base", (response, request) => {
        if (request.name !== name) return false;
        const body = bytes.subarray(5000);
        response.writeHead(206, head).end(head["Content-Encoding"] ? gzipSync(body) : body);
        return true;
      }),
    );
    const parts = new Map([[name, bytes.slice(0, 5000)]]);
    await assert.rejects(rastau.updateFrom(address, { root, now: NOW, parts }), { code: 125, message: /status 206/ }, why);
    assert.equal(parts.get(name).length, 5000, why);
  }
  for (const [header, isRight] of [
    ["bytes 4096-12287/12288", true], ["bytes 4096-12287/*", true], ["bytes 0-12287/12288", false], ["bytes 4096-8191/12288", false],
    ["bytes 4096-12287/20000", false], ["bytes 8192-12287/12288", false], ["bytes */12288", false], ["pages 4096-12287/12288", false],
    ["", false], [null, false],
  ]) {
    assert.equal(isRange(header, 4096, 12288), isRight, String(header));
  }
});

test("an unrequested partial response is rejected", async () => {
  const { base: address } = await serve(
    files("bundles/base", (response, { name }, all) => {
      if (!name.startsWith("segments/")) return false;
      const { length } = all.get(name);
      response.writeHead(206, { "Content-Range": `bytes 0-${length - 1}/${length}` }).end(all.get(name));
      return true;
    }),
  );
  await assert.rejects(rastau.updateFrom(address, { root, now: NOW }), { code: 125 });
});

test("a server without the range sends the whole file", async () => {
  const [name, bytes] = segments.find(([name]) => name === long);
  const { base: address, requests } = await serve(
    files("bundles/base", (response, { from }) => from > 0 && response.writeHead(416).end()),
  );
  const parts = () => new Map([[name, bytes.slice(0, 5000)]]);
  const { bundle } = await rastau.updateFrom(address, { root, now: NOW, parts: parts() });
  assert.deepEqual(requests.filter((one) => one.name === name).map((one) => one.from), [5000, 0]);
  assert.deepEqual(Buffer.from(bundle), Buffer.from(base.bundle));
  // One that answers a request for the whole file in the same way, or with an unrequested part.
  for (const [status, code] of [[416, 136], [206, 125]]) {
    const reply = (response, { name, from }) => name === long && response.writeHead(from > 0 ? 416 : status, { "Content-Range": `bytes 0-${bytes.length - 1}/${bytes.length}` }).end(bytes);
    const { base: address } = await serve(files("bundles/base", reply));
    await assert.rejects(rastau.updateFrom(address, { root, now: NOW, parts: parts() }), { code }, String(status));
  }
});

test("a compressed segment is decoded, and a longer one is truncated at its signed length", async () => {
  const { base: address } = await serve(
    files("bundles/base", (response, { name }, all) => {
      if (!name.startsWith("segments/")) return false;
      const longer = Buffer.concat([all.get(name), Buffer.alloc(5000)]);
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(longer));
      return true;
    }),
  );
  const { bundle } = await rastau.updateFrom(address, { root, now: NOW });
  assert.deepEqual(Buffer.from(bundle), Buffer.from(base.bundle));
});

/** Sends bytes until the other side stops; returns how many. */
async function endless(response, request, status = 200) {
  response.writeHead(status).on("close", () => (request.closed = true));
  const piece = Buffer.alloc(16 * 1024, 0xd2);
  while (!response.destroyed) {
    request.sent += piece.length;
    if (!response.write(piece)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
}

test("an endless body is truncated after the limit", async () => {
  const { base: address, requests } = await serve(
    files("bundles/base", (response, request) => request.name === "fresh.cose" && (void endless(response, request), true)),
  );
  await assert.rejects(rastau.updateFrom(address, held(base)), { code: rastau.errorCodes.DISK_TOO_LARGE });
  await new Promise((later) => setTimeout(later, 100));
  const { sent, closed } = requests.at(-1);
  assert.ok(closed, "the connection is closed");
  const other = await serve((response, request) => endless(response, request, 503));
  await assert.rejects(rastau.updateFrom(other.base, held(base)), { code: rastau.errorCodes.SOURCE_STATUS });
  await new Promise((later) => setTimeout(later, 100));
  assert.ok(other.requests[0].closed, "the body of another status is not read");
  // Besides the limit, what the sockets of both sides buffer.
  assert.ok(sent > LIMIT && sent < 64 * LIMIT, String(sent));
});

test("the sign-in page of a network is not taken for a file of the register", async () => {
  const { base: address } = await serve((response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html>"));
  for (const [lang, message] of [["en", /web page/], ["kk", /[әғқңөұүһі]/], ["ru", /[а-я]/]]) {
    await assert.rejects(rastau.updateFrom(address, { ...held(base), lang }), { name: "RastauError", code: 134, closed: false, message });
  }
});

test("a deadline ends an update that a server delays", async () => {
  const slow = (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("\xd2"), 50);
    response.on("close", () => clearInterval(timer));
  };
  let asked = 0;
  for (const wait of [slow, () => {}]) {
    const { base: address } = await serve(wait);
    const options = { ...held(base), deadline: 300, again: () => (asked += 1) > 0 };
    await assert.rejects(rastau.updateFrom(address, options), { code: 125, message: /roots\/2\.cose: not complete within 300 ms/ });
  }
  assert.equal(asked, 0, "after the deadline nothing is asked again");
  const { base: address } = await serve(files("bundles/base"));
  for (const deadline of [Infinity, 2 ** 31, 30_000]) {
    assert.equal((await rastau.updateFrom(address, { ...held(base), deadline })).report.change, "nothing");
  }
});

test("a signal ends an update with its reason", async () => {
  const { base: address } = await serve(() => {});
  const reason = new Error("the user has closed the page");
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 100);
  const again = () => assert.fail("asked again");
  await assert.rejects(rastau.updateFrom(address, { ...held(base), signal: controller.signal, again }), reason);
  await assert.rejects(rastau.updateFrom(address, { ...held(base), signal: AbortSignal.abort(reason) }), reason);
});

test("a redirect is followed on the same server, and elsewhere only over https", async () => {
  const moved = await serve((response, { name }) => response.writeHead(302, { Location: `/there/${name}` }).end());
  moved.server.removeAllListeners("request");
  const there = files("bundles/base");
  moved.server.on("request", (request, response) => {
    const name = request.url.replace(/^\/(register|there)\//, "");
    if (request.url.startsWith("/there/")) return there(response, { name, from: 0 });
    response.writeHead(302, { Location: `/there/${name}` }).end();
  });
  assert.equal((await rastau.updateFrom(moved.base, { root, now: NOW })).report.change, "first");

  const other = await serve(files("bundles/base"));
  const elsewhere = await serve((response, { name }) => response.writeHead(302, { Location: `${other.base}/${name}` }).end());
  await assert.rejects(rastau.updateFrom(elsewhere.base, { root, now: NOW }), { code: 125, message: /has no TLS/ });
  // Where a redirect leads to an address with TLS.
  const fetch = async (address) => {
    const response = await globalThis.fetch(address);
    return Object.defineProperty(response, "url", { value: `https://example.org${new URL(address).pathname}` });
  };
  assert.equal((await rastau.updateFrom(other.base, { root, now: NOW, fetch })).report.change, "first");
});

test("an unknown option is an error before any request", async () => {
  const { base: address, requests } = await serve(files("bundles/base"));
  for (const options of [{ dedline: 1 }, { now: 1 }, { bundle: "bundle.rastau" }, { bundle: new Uint16Array(9) }]) {
    await assert.rejects(rastau.updateFrom(address, { root, ...options }), { name: "RastauError" }, JSON.stringify(options));
  }
  assert.deepEqual(requests, []);
});

test("an unreachable server is an error of the source", async () => {
  const { base: address, server } = await serve(() => {});
  await new Promise((closed) => server.close(closed));
  const failure = await rastau.updateFrom(address, held(base)).catch((caught) => caught);
  assert.deepEqual([failure.name, failure.code, failure.closed], ["RastauError", 125, false]);
  assert.match(failure.message, /ECONNREFUSED/);
  assert.ok(failure.cause instanceof Error);
  for (const wrong of ["register", "ftp://127.0.0.1/register"]) {
    await assert.rejects(rastau.updateFrom(wrong, held(base)), { name: "RastauError", code: 125 }, wrong);
  }
});

test("a bundle that cannot be read where it has a segment is no source of zeros", async () => {
  const { base: address } = await serve(files("bundles/grown"));
  const size = base.bundle.length;
  const reads = {
    short: (offset, length) => base.bundle.slice(offset, offset + length - 1),
    none: () => new Uint8Array(),
    later: async (offset, length) => base.bundle.slice(offset, offset + length),
    nothing: () => undefined,
    longer: (offset, length) => new Uint8Array(length + 1),
    throwing: () => {
      throw new Error("unplugged");
    },
  };
  for (const [name, read] of Object.entries(reads)) {
    // The statements are read when the update begins.
    let begun = false;
    const bundle = { size, read: (offset, length) => (begun ? read(offset, length) : base.bundle.slice(offset, offset + length)) };
    const fetch = (...args) => ((begun = true), globalThis.fetch(...args));
    await assert.rejects(rastau.updateFrom(address, { ...held(base), bundle, fetch }), { name: "RastauError", code: 301, message: /leave the bundle out/ }, name);
  }
});

test("a web page in place of the rest of a segment costs nothing of what came", async () => {
  const parts = new Map([[long, filesOf("bundles/base").get(long).slice(0, 5000)]]);
  const { base: address } = await serve(
    files("bundles/base", (response, { name }) => name === long && (response.writeHead(200, { "Content-Type": "text/html" }).end("<html></html>"), true)),
  );
  await assert.rejects(rastau.updateFrom(address, { root, now: NOW, parts }), { code: 125 });
  assert.equal(parts.get(long).length, 5000);
});

test("an option of another type is named, and nothing is begun", async () => {
  for (const [name, value] of Object.entries({ keep: 1, again: {}, fetch: "x", signal: {}, deadline: "1", parts: {} })) {
    await assert.rejects(rastau.updateFrom("http://127.0.0.1:1/", { ...held(base), [name]: value }), { code: 300, message: new RegExp(`^${name}: `) });
  }
  await assert.rejects(rastau.updateFrom("http://127.0.0.1:1/", { ...held(base), parts: new Map([["x", 1]]) }), { code: 300 });
  await assert.rejects(rastau.updateFrom("http://127.0.0.1:1/", null), { code: 300, message: /^options: / });
});

test("a host whose stored root has moved on ends the update", async () => {
  const { base: address, requests } = await serve(files("bundles/rotated"));
  await assert.rejects(rastau.updateFrom(address, { ...held(base), keep: () => "moved" }), { name: "RastauError", closed: true });
  assert.equal(requests.length, 1);
});

test("a root is kept before anything else is asked for, and closes what it does not support", async () => {
  const { base: address, requests } = await serve(
    files("bundles/rotated", (response, { name }) => name === "fresh.cose" && response.writeHead(500).end()),
  );
  const kept = [];
  const keep = async (root, version) => {
    await new Promise((later) => setTimeout(later, 20));
    kept.push([version, root, requests.length]);
  };
  await assert.rejects(rastau.updateFrom(address, { ...held(base), keep }), { code: 136, closed: true });
  assert.deepEqual(kept.map(([version, , requests]) => [version, requests]), [[2, 1], [3, 2]]);
  // With the stored root the bundle does not open, and the next complete update replaces it.
  const newest = kept[1][1];
  assert.throws(() => rastau.Verifier.open(newest, base.bundle, { now: NOW, state: base.state }), { code: 101 });
  await assert.rejects(rastau.updateFrom(address, { ...held(base), root: newest }), { code: 136, closed: true });
  const { base: whole, requests: later } = await serve(files("bundles/rotated"));
  const updated = await rastau.updateFrom(whole, { ...held(base), root: newest });
  assert.equal(later[0].name, "roots/4.cose");
  assert.ok(!later.some((one) => one.name.startsWith("segments/")), "what is held is not fetched");
  rastau.Verifier.open(updated.root, updated.bundle, { now: NOW, state: updated.state }).free();
  // A host that cannot store a root does not continue.
  requests.splice(0);
  const full = new Error("the disk is full");
  await assert.rejects(rastau.updateFrom(address, { ...held(base), keep: () => Promise.reject(full) }), full);
  assert.equal(requests.length, 1);
});
