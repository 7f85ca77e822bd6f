// A form over facts of any shape: what is left empty is left out, which says that it is not known.

import type { FormWords } from "rastau";

import { useSpeech } from "../i18n";
import { Day } from "./day";

export type Field = { none?: boolean } & (
  | { kind: "date" | "text" | "number" }
  | { kind: "flag" }
  | { kind: "choice"; options: string[] }
  | { kind: "list"; of: Field }
  | { kind: "group"; fields: Fields }
);
export type Fields = { [name: string]: Field };
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
/** The type of an input that is known only when it is drawn; the declarations want each one apart. */
const inputType = (type: "text" | "number") => ({ type }) as { type: "text" };

type Members = Record<string, Value>;

interface GroupProps {
  fields: Fields;
  value: Members;
  words: FormWords;
  onValue(value: Members): void;
}

const isMembers = (value: Value | undefined): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

export function Group({ fields, value, words, onValue }: GroupProps) {
  // The day asked about comes last: it is filled in already, and the event is what a person came with.
  const names = Object.keys(fields).sort((a, b) => Number(a === "as_of") - Number(b === "as_of"));
  const set = (name: string) => (chosen: Value | undefined) => {
    const { [name]: _, ...rest } = value;
    onValue(chosen === undefined ? rest : { ...rest, [name]: chosen });
  };
  return (
    <>
      {names.map((name) => {
        const field = fields[name];
        return field && <Asked key={name} label={words.facts[name] ?? name} field={field} value={value[name]} words={words} onValue={set(name)} />;
      })}
    </>
  );
}

interface AskedProps {
  label: string;
  field: Field;
  value: Value | undefined;
  words: FormWords;
  onValue(value: Value | undefined): void;
}

function Asked({ label, field, value, words, onValue }: AskedProps) {
  const { w } = useSpeech();
  const said = label.charAt(0).toLocaleUpperCase() + label.slice(1);
  const none = field.none && (
    <span class="none">
      <input type="checkbox" id={`none-${label}`} checked={value === null} onChange={(event) => onValue(event.currentTarget.checked ? null : undefined)} />
      <label for={`none-${label}`}>{w.deadlines.thereIsNone}</label>
    </span>
  );
  if (field.kind === "group") {
    return (
      <fieldset>
        <legend>{said}</legend>
        {none}
        {value !== null && (
          <Group
            fields={field.fields}
            value={isMembers(value) ? value : {}}
            words={words}
            onValue={(members) => onValue(Object.keys(members).length > 0 ? members : undefined)}
          />
        )}
      </fieldset>
    );
  }
  if (field.kind === "list") {
    const items = Array.isArray(value) ? value : [];
    const replace = (at: number) => (item: Value | undefined) =>
      onValue(items.map((old, index) => (index === at ? (item ?? (field.of.kind === "group" ? {} : "")) : old)));
    return (
      <fieldset>
        <legend>{said}</legend>
        {none}
        {items.map((item, at) => (
          <div class="item" key={at}>
            <Asked label={`${label} ${at + 1}`} field={field.of} value={item} words={words} onValue={replace(at)} />
            <button
              type="button"
              class="button"
              aria-label={`${w.deadlines.remove}: ${said} ${at + 1}`}
              onClick={() => onValue(items.filter((_, index) => index !== at))}
            >
              {w.deadlines.remove}
            </button>
          </div>
        ))}
        <button type="button" class="button" aria-label={`${w.deadlines.add}: ${said}`} onClick={() => onValue([...items, first(field.of)])}>
          {w.deadlines.add}
        </button>
        {items.length === 0 && value === undefined && (
          <button type="button" class="button link" onClick={() => onValue([])}>
            {w.deadlines.thereIsNone}
          </button>
        )}
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label>
        <span>{said}</span>
        {field.kind === "choice" || field.kind === "flag" ? (
          <select
            value={value === undefined || value === null ? "" : String(value)}
            disabled={value === null}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onValue(chosen === "" ? undefined : field.kind === "flag" ? chosen === "true" : chosen);
            }}
          >
            <option value="">{w.deadlines.notSaid}</option>
            {field.kind === "flag"
              ? [
                  <option value="true">{w.deadlines.yes}</option>,
                  <option value="false">{w.deadlines.no}</option>,
                ]
              : (field.kind === "choice" ? field.options : []).map((option) => (
                  <option key={option} value={option}>
                    {words.names[option] ?? option}
                  </option>
                ))}
          </select>
        ) : field.kind === "date" ? (
          <Day value={typeof value === "string" ? value : ""} disabled={value === null} onValue={(day) => onValue(day === "" ? undefined : day)} />
        ) : (
          <input
            {...inputType(field.kind)}
            value={value === undefined || value === null ? "" : String(value)}
            disabled={value === null}
            onInput={(event) => {
              const typed = event.currentTarget.value;
              onValue(typed === "" ? undefined : field.kind === "number" ? Number(typed) : typed);
            }}
          />
        )}
      </label>
      {none}
    </div>
  );
}

/** A new item of a list, before anything is said of it. */
function first(field: Field): Value {
  if (field.kind === "group") return {};
  if (field.kind === "choice") return field.options[0] ?? "";
  return field.kind === "number" ? 0 : field.kind === "flag" ? false : "";
}
