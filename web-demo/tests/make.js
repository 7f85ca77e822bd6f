// Inputs of users: pictures, lists, a video for the camera.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "rastau-inputs-"));

/** Writes a file and returns its path. */
export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Writes a picture of a QR code with a text. */
export async function code(name, text) {
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(require.resolve("zxing-wasm/writer/zxing_writer.wasm")) } });
  const { image } = await writeBarcode(text, { format: "QRCode", scale: 6 });
  return file(name, Buffer.from(await image.arrayBuffer()));
}

/** Writes a screenshot of `html`. */
export async function picture(context, name, html) {
  const page = await context.newPage();
  await page.setContent(html);
  await page.waitForTimeout(200);
  const path = file(name, await page.screenshot());
  await page.close();
  return path;
}

/** Writes a short video of a picture in the format of Chromium's fake camera (YUV4MPEG2, 4:2:0). */
export async function video(context, picture) {
  const page = await context.newPage();
  const [width, height] = [640, 480];
  const grey = await page.evaluate(
    async ([data, width, height]) => {
      const image = await createImageBitmap(await (await fetch(data)).blob());
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      const side = height - 40;
      context.drawImage(image, (width - side) / 2, 20, side, side);
      const pixels = context.getImageData(0, 0, width, height).data;
      return Array.from({ length: width * height }, (_, at) => pixels[at * 4]);
    },
    [`data:image/png;base64,${readFileSync(picture).toString("base64")}`, width, height],
  );
  await page.close();
  const frame = Buffer.concat([Buffer.from("FRAME\n"), Buffer.from(grey), Buffer.alloc((width * height) / 2, 128)]);
  const frames = Array.from({ length: 5 }, () => frame);
  return file("camera.y4m", Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frames]));
}

/** A CSV list with `rows` rows, which repeats `forms`. */
export function list(forms, rows) {
  const head = ["number", "code", "holder", "name"];
  const lines = Array.from({ length: rows }, (_, at) => {
    const form = forms[at % forms.length];
    return head.map((name) => form[name] ?? "").join(",");
  });
  return [head.join(","), ...lines].join("\r\n");
}

/** Encodes ASCII and Russian text as Windows-1251. */
export function windows1251(text) {
  return Buffer.from(
    [...text].map((character) => {
      const point = character.codePointAt(0);
      if (point < 128) return point;
      if (point >= 0x410 && point <= 0x44f) return point - 0x410 + 0xc0;
      return { Ё: 0xa8, ё: 0xb8, "№": 0xb9 }[character] ?? 0x3f;
    }),
  );
}
