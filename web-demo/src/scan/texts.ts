// The page's texts about files, in three languages. Loaded with the scanner. The command line has the same
// texts (cli/src/scan/error.rs and cli/src/scan/kind.rs).

import type { Lang } from "rastau";

import type { Failed, Unread } from ".";
import type { Foreign, Kind } from "./kind";
import { MAX_BYTES, MAX_PIXELS } from "./protocol";

type Each = Record<Lang, string>;

const NAMES: Record<Kind, Each> = {
  png: { en: "PNG picture", kk: "PNG суреті", ru: "изображение PNG" },
  jpeg: { en: "JPEG picture", kk: "JPEG суреті", ru: "изображение JPEG" },
  webp: { en: "WebP picture", kk: "WebP суреті", ru: "изображение WebP" },
  gif: { en: "GIF picture", kk: "GIF суреті", ru: "изображение GIF" },
  bmp: { en: "BMP picture", kk: "BMP суреті", ru: "изображение BMP" },
  tiff: { en: "TIFF picture", kk: "TIFF суреті", ru: "изображение TIFF" },
  pdf: { en: "PDF document", kk: "PDF құжаты", ru: "документ PDF" },
  text: { en: "text file", kk: "мәтіндік файл", ru: "текстовый файл" },
  heic: { en: "HEIC picture", kk: "HEIC суреті", ru: "изображение HEIC" },
  avif: { en: "AVIF picture", kk: "AVIF суреті", ru: "изображение AVIF" },
  jxl: { en: "JPEG XL picture", kk: "JPEG XL суреті", ru: "изображение JPEG XL" },
  jp2: { en: "JPEG 2000 picture", kk: "JPEG 2000 суреті", ru: "изображение JPEG 2000" },
  svg: { en: "SVG drawing", kk: "SVG сызбасы", ru: "рисунок SVG" },
  icon: { en: "Windows icon", kk: "Windows белгішесі", ru: "значок Windows" },
  photoshop: { en: "Photoshop picture", kk: "Photoshop суреті", ru: "изображение Photoshop" },
  djvu: { en: "DjVu document", kk: "DjVu құжаты", ru: "документ DjVu" },
  postscript: { en: "PostScript document", kk: "PostScript құжаты", ru: "документ PostScript" },
  document: { en: "office document", kk: "кеңсе құжаты", ru: "офисный документ" },
  workbook: { en: "workbook", kk: "электрондық кесте", ru: "электронная таблица" },
  html: { en: "web page", kk: "веб-бет", ru: "веб-страница" },
  archive: { en: "archive", kk: "мұрағат", ru: "архив" },
  video: { en: "video", kk: "бейнежазба", ru: "видеозапись" },
};

const SAVE_AS_JPEG: Each = {
  en: "Open it, save it as JPEG and choose that, or take a screenshot of the QR code.",
  kk: "Оны ашып, JPEG түрінде сақтап, сол файлды таңдаңыз немесе QR-кодтың скриншотын жасаңыз.",
  ru: "Откройте файл, сохраните его как JPEG и выберите новый файл или сделайте снимок экрана с QR-кодом.",
};
const SAVE_AS_PDF: Each = {
  en: "Save it as PDF and choose that, or take a picture of the QR code.",
  kk: "Оны PDF түрінде сақтап, сол файлды таңдаңыз немесе QR-кодты суретке түсіріңіз.",
  ru: "Сохраните его как PDF и выберите новый файл или сфотографируйте QR-код.",
};
const ADVICE: Record<Foreign | "heic" | "avif", Each> = {
  heic: SAVE_AS_JPEG,
  avif: SAVE_AS_JPEG,
  jxl: SAVE_AS_JPEG,
  jp2: SAVE_AS_JPEG,
  svg: SAVE_AS_JPEG,
  icon: SAVE_AS_JPEG,
  photoshop: SAVE_AS_JPEG,
  video: SAVE_AS_JPEG,
  djvu: SAVE_AS_PDF,
  postscript: SAVE_AS_PDF,
  document: SAVE_AS_PDF,
  html: SAVE_AS_PDF,
  workbook: {
    en: "A list of people is verified on the page of lists.",
    kk: "Адамдар тізімі тізімдер бетінде тексеріледі.",
    ru: "Список людей проверяется на странице списков.",
  },
  archive: {
    en: "Unpack it and choose the picture or PDF that is in it.",
    kk: "Оны ашып, ішіндегі суретті немесе PDF файлын таңдаңыз.",
    ru: "Распакуйте его и выберите изображение или PDF из него.",
  },
};

const MEGABYTES = MAX_BYTES / 1024 / 1024;
const MEGAPIXELS = Math.floor(MAX_PIXELS / 1_000_000);

/** The pages as ranges: `3, 5–8`. */
function ranges(pages: number[]): string {
  const found: [number, number][] = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last && last[1] + 1 === page) last[1] = page;
    else found.push([page, page]);
  }
  const texts = found.slice(0, 8).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  return texts.join(", ") + (found.length > 8 ? ", …" : "");
}

/** The note that pages were not read; empty if all were. */
export function noteText({ pages, total }: Unread, lang: Lang): string {
  if (pages.length === 0) return "";
  const which = ranges(pages);
  return {
    en: `Not read: pages ${which} of ${total}. Choose them as a file of their own if the QR code is there.`,
    kk: `Оқылмаған беттер: ${which} (барлығы ${total}). QR-код сол беттерде болса, оларды бөлек файлмен таңдаңыз.`,
    ru: `Не прочитаны страницы: ${which} (всего ${total}). Если QR-код на них, выберите их отдельным файлом.`,
  }[lang];
}

function each(found: Failed): Each {
  switch (found.problem) {
    case "no-code":
      return {
        en: "No QR code was found in this file. Take a picture closer, straight and in good light, or type the paper's number and code.",
        kk: "Файлдан QR-код табылмады. Жақынырақ, түзу, жарықта түсіріңіз немесе қағаздағы нөмір мен кодты теріңіз.",
        ru: "QR-код в файле не найден. Снимите ближе, ровно и при хорошем свете или введите номер и код с бумаги.",
      };
    case "several":
      return {
        en: `The picture shows ${found.count} documents. Give a picture of one at a time.`,
        kk: `Суретте ${found.count} құжат бар. Бір құжаттың суретін беріңіз.`,
        ru: `На снимке документов: ${found.count}. Дайте снимок одного документа.`,
      };
    case "file-too-large":
      return {
        en: `The file is larger than ${MEGABYTES} MB. Give a photo or a PDF of one page.`,
        kk: `Файл ${MEGABYTES} МБ-тан үлкен. Фото немесе бір беттік PDF беріңіз.`,
        ru: `Файл больше ${MEGABYTES} МБ. Дайте фото или PDF с одной страницей.`,
      };
    case "too-large":
      return {
        en: `The picture is larger than ${MEGAPIXELS} megapixels (${NAMES[found.kind].en}). Cut out the part with the QR code.`,
        kk: `Сурет ${MEGAPIXELS} мегапиксельден үлкен (${NAMES[found.kind].kk}). QR-код бар бөлігін қиып алыңыз.`,
        ru: `Изображение больше ${MEGAPIXELS} мегапикселей (${NAMES[found.kind].ru}). Вырежьте часть с QR-кодом.`,
      };
    case "not-picture":
      return {
        en: "This file is neither a picture nor a PDF. Choose a picture (JPEG, PNG, WebP, GIF, BMP, TIFF) or a PDF.",
        kk: "Бұл файл сурет те, PDF те емес. Сурет (JPEG, PNG, WebP, GIF, BMP, TIFF) немесе PDF таңдаңыз.",
        ru: "Этот файл — не изображение и не PDF. Выберите изображение (JPEG, PNG, WebP, GIF, BMP, TIFF) или PDF.",
      };
    case "foreign": {
      const kind = found.kind;
      const advice = kind in ADVICE ? ADVICE[kind as keyof typeof ADVICE] : SAVE_AS_JPEG;
      return {
        en: `Files of this kind are not read (${NAMES[kind].en}). ${advice.en}`,
        kk: `Мұндай файл оқылмайды (${NAMES[kind].kk}). ${advice.kk}`,
        ru: `Файлы этого вида не читаются (${NAMES[kind].ru}). ${advice.ru}`,
      };
    }
    case "unreadable":
      return {
        en: `The file cannot be read (${NAMES[found.kind].en}). It may be damaged: get it again, or take a picture of the QR code.`,
        kk: `Файл оқылмады (${NAMES[found.kind].kk}). Ол бүлінген болуы мүмкін: оны қайта алыңыз немесе QR-кодты суретке түсіріңіз.`,
        ru: `Файл не читается (${NAMES[found.kind].ru}). Возможно, он повреждён: получите его снова или сфотографируйте QR-код.`,
      };
    case "password":
      return {
        en: "The PDF has a password. Type it below, or take a picture of the QR code.",
        kk: "PDF құпиясөзбен қорғалған. Оны төменге теріңіз немесе QR-кодты суретке түсіріңіз.",
        ru: "PDF защищён паролем. Введите его ниже или сфотографируйте QR-код.",
      };
    case "wrong-password":
      return {
        en: "The password is not the one of this PDF. Type it again.",
        kk: "Құпиясөз бұл PDF файлына сәйкес келмейді. Қайта теріңіз.",
        ru: "Пароль не подходит к этому PDF. Введите его снова.",
      };
    case "encrypted":
      return {
        en: "The PDF is encrypted in a way that is not supported. Save it without a password, or take a picture of the QR code.",
        kk: "PDF қолдау көрсетілмейтін тәсілмен шифрланған. Оны құпиясөзсіз сақтаңыз немесе QR-кодты суретке түсіріңіз.",
        ru: "PDF зашифрован неподдерживаемым способом. Сохраните его без пароля или сфотографируйте QR-код.",
      };
    case "time":
      return {
        en: "Reading the file takes more than 20 seconds. Give a smaller file, such as a crop or a single page.",
        kk: "Файлды оқу 20 секундтан ұзаққа созылды. Кішірек файл беріңіз, мысалы, сурет бөлігін немесе бір бетті.",
        ru: "Чтение файла занимает больше 20 секунд. Дайте файл меньше, например фрагмент или одну страницу.",
      };
    case "memory":
      return {
        en: "Reading the file needs too much memory. Give a smaller file, such as a crop or a single page.",
        kk: "Файлды оқуға тым көп жады керек. Кішірек файл беріңіз, мысалы, сурет бөлігін немесе бір бетті.",
        ru: "Для чтения файла нужно слишком много памяти. Дайте файл меньше, например фрагмент или одну страницу.",
      };
    case "crash":
      return {
        en: "Reading the file failed. It may be damaged: get it again, or take a picture of the QR code.",
        kk: "Файлды оқу қатемен аяқталды. Ол бүлінген болуы мүмкін: оны қайта алыңыз немесе QR-кодты суретке түсіріңіз.",
        ru: "Чтение файла завершилось с ошибкой. Возможно, он повреждён: получите его снова или сфотографируйте QR-код.",
      };
  }
}

/** Why a file was not read, and what to do. */
export function problemText(found: Failed, lang: Lang): string {
  return each(found)[lang];
}
