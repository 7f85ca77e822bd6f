// What a view that needs the register shows where there is none.

import { useLocale } from "../i18n";
import { useRegisterContext } from "../register";
import { reasonOf, UpdateNow } from "./update";

export function NoRegister() {
  const { t } = useLocale();
  const { loaded, updating } = useRegisterContext();
  const failure = loaded.failure ?? updating.failure;
  const why = failure && (failure.error.stage === "storage" ? t.storedDamaged : failure.error.stage === "other" ? t.update.unreachable : reasonOf(failure, t.register.why));
  return (
    <section class="panel">
      <h1>{t.noRegister}</h1>
      <p>{why ?? t.noRegisterHelp}</p>
      <div class="actions">
        <UpdateNow label={failure ? t.update.again : t.update.own} />
        <a class="button primary" href="#/register">
          {t.loadRegister}
        </a>
      </div>
    </section>
  );
}
