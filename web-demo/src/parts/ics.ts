// A deadline as an all-day calendar event (RFC 5545) with a reminder three days before.

/** Folds a line at 75 bytes (RFC 5545, section 3.1). */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    // A continuation line starts with a space, which counts.
    if (bytes.encode(part + character).length > (parts.length ? 74 : 75)) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

export function calendarFile(lastDay: string, title: string, source: string, now = new Date()): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const day = lastDay.replaceAll("-", "");
  const next = new Date(`${lastDay}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rastau//Deadlines//EN", "BEGIN:VEVENT",
    `UID:${day}-${stamp}@rastau`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${next.toISOString().slice(0, 10).replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(source)}`, "TRANSP:TRANSPARENT",
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, "TRIGGER:-P3D", "END:VALARM",
    "END:VEVENT", "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
