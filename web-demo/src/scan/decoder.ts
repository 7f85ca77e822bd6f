// The worker that decodes files. The page terminates it at its time limit.

import { codes, read, type Drawable } from "./codes";
import { sizeOf } from "./kind";
import { MAX_PIXELS, type Event, type Frame, type Request } from "./protocol";

const report = (event: Event) => postMessage(event);

async function searchPicture({ bytes, kind }: Request): Promise<void> {
  report({ pages: 1 });
  report({ page: 1 });
  const size = sizeOf(new Uint8Array(bytes), kind);
  if (size && size[0] * size[1] > MAX_PIXELS) {
    return report({ refused: { problem: "too-large", kind, pixels: size[0] * size[1] } });
  }
  let picture: Drawable;
  try {
    picture = await createImageBitmap(new Blob([bytes]));
  } catch {
    // Not every browser reads these two.
    const foreign = kind === "heic" || kind === "avif";
    return report({ refused: { problem: foreign ? "foreign" : "unreadable", kind } });
  }
  report({ codes: await codes(picture, true) });
  report({ end: true });
}

async function search(request: Request): Promise<void> {
  const bytes = new Uint8Array(request.bytes);
  switch (request.kind) {
    case "pdf": {
      const { searchPdf } = await import("./pdf");
      return searchPdf(bytes, request, undefined, report);
    }
    case "tiff": {
      const [{ pdfOf }, { searchPdf }] = await Promise.all([import("./tiff"), import("./pdf")]);
      const made = pdfOf(bytes);
      if (!made) return report({ refused: { problem: "unreadable", kind: "tiff" } });
      return searchPdf(made.pdf, request, made.sizes, report);
    }
    default:
      return searchPicture(request);
  }
}

addEventListener("message", ({ data }: MessageEvent<Request | Frame>) => {
  if ("frame" in data) {
    void read(data.frame).then(
      (texts) => report({ codes: texts }),
      () => report({ codes: [] }),
    );
  } else {
    // An error of the program ends the worker; the page counts it as a crash.
    search(data).catch((error: unknown) => {
      console.error(error);
      report({ failed: { problem: "crash" } });
      close();
    });
  }
});
