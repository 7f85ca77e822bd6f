// A form for facts of any shape. An empty field is omitted from the facts, which means that the fact is unknown.

import type { FormWords } from "rastau";

import { useLocale } from "../i18n";
import { Day } from "./day";

/** A field of src/forms.json. A `nullable` fact may be `null`: it is known that there is none. */
export type Field = { nullable?: boolean } & (
  | { kind: "date" | "text" | "number" }
  | { kind: "flag" }
  | { kind: "choice"; options: string[] }
  | { kind: "list"; of: Field }
  | { kind: "group"; fields: Fields }
);
export type Fields = { [name: string]: Field };
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
/** An input type that is known only at run time; the declarations accept literal types only. */
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
  // The day of the question comes last: it is already filled in, and users start with the event.
  const names = Object.keys(fields).sort((a, b) => Number(a === "as_of") - Number(b === "as_of"));
  const set = (name: string) => (chosen: Value | undefined) => {
    const { [name]: _, ...rest } = value;
    onValue(chosen === undefined ? rest : { ...rest, [name]: chosen });
  };
  return (
    <>
      {names.map((name) => {
        const field = fields[name];
        return field && <FactField key={name} label={words.facts[name] ?? name} field={field} value={value[name]} words={words} onValue={set(name)} />;
      })}
    </>
  );
}

interface FactFieldProps {
  label: string;
  field: Field;
  value: Value | undefined;
  words: FormWords;
  onValue(value: Value | undefined): void;
}

function FactField({ label, field, value, words, onValue }: FactFieldProps) {
  const { t } = useLocale();
  const caption = label.charAt(0).toLocaleUpperCase() + label.slice(1);
  const none = field.nullable && (
    <span class="none">
      <input type="checkbox" id={`none-${label}`} checked={value === null} onChange={(event) => onValue(event.currentTarget.checked ? null : undefined)} />
      <label for={`none-${label}`}>{t.deadlines.thereIsNone}</label>
    </span>
  );
  if (field.kind === "group") {
    return (
      <fieldset>
        <legend>{caption}</legend>
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
        <legend>{caption}</legend>
        {none}
        {items.map((item, at) => (
          <div class="item" key={at}>
            <FactField label={`${label} ${at + 1}`} field={field.of} value={item} words={words} onValue={replace(at)} />
            <button
              type="button"
              class="button"
              aria-label={`${t.deadlines.remove}: ${caption} ${at + 1}`}
              onClick={() => onValue(items.filter((_, index) => index !== at))}
            >
              {t.deadlines.remove}
            </button>
          </div>
        ))}
        <button type="button" class="button" aria-label={`${t.deadlines.add}: ${caption}`} onClick={() => onValue([...items, first(field.of)])}>
          {t.deadlines.add}
        </button>
        {items.length === 0 && value === undefined && (
          <button type="button" class="button link" onClick={() => onValue([])}>
            {t.deadlines.thereIsNone}
          </button>
        )}
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label>
        <span>{caption}</span>
        {field.kind === "choice" || field.kind === "flag" ? (
          <select
            value={value === undefined || value === null ? "" : String(value)}
            disabled={value === null}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onValue(chosen === "" ? undefined : field.kind === "flag" ? chosen === "true" : chosen);
            }}
          >
            <option value="">{t.deadlines.notStated}</option>
            {field.kind === "flag"
              ? [
                  <option value="true">{t.deadlines.yes}</option>,
                  <option value="false">{t.deadlines.no}</option>,
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

/** A new, empty item of a list. */
function first(field: Field): Value {
  if (field.kind === "group") return {};
  if (field.kind === "choice") return field.options[0] ?? "";
  return field.kind === "number" ? 0 : field.kind === "flag" ? false : "";
}
