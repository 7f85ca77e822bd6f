//! The texts of steps in a trace.

use super::{Table, table};

/// The texts of steps, by name.
pub(super) const STEPS: Table = table![
    (
        "event-day-excluded",
        [
            "{on}: оқиға күні есептелмейді. Жұмыс аптасы: {working_week}.",
            "{on}: день события, не считается. Рабочая неделя: {working_week}.",
            "{on}: the day of the event, not counted. Working week: {working_week}.",
        ],
    ),
    ("weekend", ["{on}: демалыс күні.", "{on}: выходной.", "{on}: weekend."]),
    (
        "holiday",
        [
            "{on}: мереке, {holiday}.|{on}: мереке.",
            "{on}: праздник, {holiday}.|{on}: праздник.",
            "{on}: holiday, {holiday}.|{on}: holiday.",
        ],
    ),
    (
        "day-off",
        [
            "{on}: демалыс күні, ауыстырылған күн: {moved_from}.|{on}: демалыс күні.",
            "{on}: выходной, перенесён с {moved_from}.|{on}: выходной.",
            "{on}: day off, transferred from {moved_from}.|{on}: day off.",
        ],
    ),
    (
        "worked-weekend-day",
        [
            "{on}: жұмыс күні, оның орнына демалыс: {worked_for}.|{on}: жұмыс күні.",
            "{on}: рабочий день вместо {worked_for}.|{on}: рабочий день.",
            "{on}: worked, in exchange for {worked_for}.|{on}: worked.",
        ],
    ),
    (
        "calendar-covers",
        [
            "Жұмыс күнтізбесі қамтитын күндер: {from} – {until}.",
            "Календарь рабочих дней охватывает {from} – {until}.",
            "The calendar of working days covers {from} to {until}.",
        ],
    ),
    (
        "law-not-in-force",
        [
            "Заң қолданысқа енген күн: {in_force_from}.",
            "Закон действует с {in_force_from}.",
            "The Law is in force from {in_force_from}.",
        ],
    ),
    (
        "agreement-stands-beside",
        [
            "Келісім жасасу мерзімі бөлек көрсетілген.",
            "Срок соглашения показан отдельно.",
            "The term of the agreement is shown separately.",
        ],
    ),
    (
        "born-on-29-february",
        [
            "Туған күні 29 ақпан: {born_on}.",
            "Родился 29 февраля: {born_on}.",
            "Born on 29 February: {born_on}.",
        ],
    ),
    (
        "both-together-not-needed",
        [
            "Екі бұзушылықтың бірі жеткілікті.",
            "Достаточно одного из двух нарушений.",
            "One of the two violations suffices.",
        ],
    ),
    (
        "by-office-not-by-profession",
        [
            "Шектеу лауазымға байланысты, кәсіпке емес.",
            "Ограничение по должности, а не по профессии.",
            "The limit is by office, not by profession.",
        ],
    ),
    (
        "cancelled-only-by-entry",
        [
            "Құжаттың күші тізілімге енгізілгенде ғана жойылады.",
            "Документ аннулирован только с записи в реестр.",
            "A document is cancelled only by an entry in the register.",
        ],
    ),
    (
        "conformity-route",
        [
            "Аккредиттеу басқа заң бойынша жүргізілген.",
            "Аккредитация по другому закону.",
            "The accreditation is by the other law.",
        ],
    ),
    (
        "court-decision-not-final",
        [
            "Сот шешімі әлі күшіне енбеген.",
            "Решение суда ещё не вступило в силу.",
            "The court's decision is not final yet.",
        ],
    ),
    (
        "detection-day-unknown",
        ["Анықталған күн белгісіз.", "День выявления неизвестен.", "The day of detection is not known."],
    ),
    (
        "disability-counted",
        [
            "Еңбекке жарамсыздық: {from} – {to}.",
            "Нетрудоспособность: {from} – {to}.",
            "Disability from {from} to {to}.",
        ],
    ),
    (
        "disability-outside-validity",
        [
            "Ваучер мерзімінен тыс: {from} – {to}.|Ваучер мерзімінен тыс кезең.",
            "Вне срока ваучера: {from} – {to}.|Вне срока ваучера.",
            "Outside the voucher's validity: {from} to {to}.|Outside the voucher's validity.",
        ],
    ),
    (
        "event-left-to-other-law",
        [
            "Бұл оқиғаны басқа заң шешеді, күні: {on}.|Бұл оқиғаны басқа заң шешеді.",
            "Это событие решает другой закон, дата: {on}.|Это событие решает другой закон.",
            "This event is for the other law, date: {on}.|This event is for the other law.",
        ],
    ),
    ("for-people-to-judge", ["Мұны адам шешеді.", "Это решает человек.", "This is left to human judgement."]),
    (
        "ground-is-not-yet-revocation",
        ["Негіз әлі кері қайтарып алу емес.", "Основание ещё не отзыв.", "A ground is not a revocation yet."],
    ),
    (
        "informing-belongs-to-consideration",
        [
            "Хабарлау қарау мерзіміне кіреді деп есептелген.",
            "Сообщение считается частью рассмотрения.",
            "Informing is read as a part of the consideration.",
        ],
    ),
    (
        "kurultai-deputies-counted",
        [
            "Құрылтай депутаттары да есептеледі, күні: {from}.",
            "Депутаты Курултая тоже считаются, с {from}.",
            "Deputies of the Kurultai count too, from {from}.",
        ],
    ),
    (
        "mandatory-under-other-law",
        [
            "Міндетті кәсіп, басқа заң шешеді: {profession}.",
            "Обязательная профессия, решает другой закон: {profession}.",
            "A mandatory profession, for another law: {profession}.",
        ],
    ),
    (
        "month-end-clamped",
        [
            "Ай қысқа болғандықтан соңғы күнге түсті: {to}.",
            "Месяц короче, взят его последний день: {to}.",
            "The month is shorter, so its last day counts: {to}.",
        ],
    ),
    (
        "month-end-not-stretched",
        [
            "Ай соңына созылмайды: {to}.",
            "До конца месяца не продлевается: {to}.",
            "Not extended to the end of the month: {to}.",
        ],
    ),
    ("next-clock", ["Ең жақын мерзім: {on}.", "Ближайший срок: {on}.", "The next term ends on {on}."]),
    (
        "no-consequence-in-the-law",
        [
            "Заң кешігуге салдар белгілемейді.",
            "Последствий опоздания Закон не называет.",
            "The Law names no consequence of being late.",
        ],
    ),
    (
        "no-standard-in-force",
        ["Қолданыстағы стандарт жоқ.", "Действующего стандарта нет.", "No standard is in force."],
    ),
    ("no-term-in-the-law", ["Заңда мерзім жоқ.", "Срока в Законе нет.", "The Law sets no term."]),
    (
        "not-moved",
        [
            "{on}: жұмыс күні емес, бірақ мерзім жылжымайды.",
            "{on}: не рабочий день, но срок не переносится.",
            "{on}: not a working day, yet the last day is not moved.",
        ],
    ),
    (
        "occurrence-day-unknown",
        ["Оқиға болған күн белгісіз.", "День события неизвестен.", "The day of the occurrence is not known."],
    ),
    (
        "own-request-among-grounds",
        [
            "Негіздердің бірі — орталықтың өз өтініші.",
            "Среди оснований — просьба самого центра.",
            "The centre's own request is among the grounds.",
        ],
    ),
    (
        "registration-day-unknown",
        [
            "Апелляция тіркелген күн белгісіз: соңғы күн осыдан ерте болмайды.",
            "День регистрации апелляции неизвестен: раньше этого последний день не наступит.",
            "The day of registration is not known: the last day cannot be earlier than this.",
        ],
    ),
    (
        "resumed",
        ["Қолданысы қайта басталған, күні: {on}.", "Действие возобновлено, дата: {on}.", "Resumed on {on}."],
    ),
    (
        "appeal-runs-beside-the-retake",
        [
            "Теріс шешім хабарланған: қайта тапсыруға қарамастан апелляция мерзімі өтіп жатыр.",
            "Об отрицательном решении сообщено: срок апелляции идёт и при пересдаче.",
            "The negative decision was told: the time to appeal runs beside the retake.",
        ],
    ),
    (
        "disability-not-known",
        [
            "Еңбекке уақытша жарамсыздық туралы дерек толық емес: ол мерзімді ұзартуы мүмкін.",
            "Сведения о временной нетрудоспособности неполны: она может продлить срок.",
            "The temporary disability is not fully stated: it may extend the term.",
        ],
    ),
    (
        "reaccreditation-is-voluntary",
        [
            "Қайта аккредиттеу ерікті: оған өтініш беру мерзімінің өтуі бұзушылық емес.",
            "Повторная аккредитация добровольна: пропуск срока заявления на неё — не нарушение.",
            "Re-accreditation is voluntary: to let the time to apply for it pass is no breach.",
        ],
    ),
    (
        "sent-by-another-way",
        [
            "Басқа тәсілмен жіберу міндетті орындамайды; соңғы күнге дейін платформа арқылы жіберуге болады.",
            "Отправка иным способом не исполняет обязанности; до последнего дня можно направить через платформу.",
            "Sending it another way does not fulfil the duty; until the last day it can be sent over the platform.",
        ],
    ),
    (
        "sent-without-reasons",
        [
            "Себептері көрсетілмеген жауап міндетті орындамайды; соңғы күнге дейін себептерін жіберуге болады.",
            "Ответ без причин не исполняет обязанности; до последнего дня причины можно направить.",
            "An answer without reasons does not fulfil the duty; until the last day the reasons can be sent.",
        ],
    ),
    (
        "not-coordinated",
        [
            "Заң талап ететін келісу болмаған, сондықтан міндет орындалмаған.",
            "Согласования, которого требует Закон, не было: обязанность не исполнена.",
            "The coordination that the Law requires is missing: the duty is not fulfilled.",
        ],
    ),
    ("signature-does-not-hold", ["Қолтаңба дұрыс емес.", "Подпись неверна.", "The signature does not hold."]),
    (
        "signature-not-looked-at",
        ["Қолтаңба тексерілмеген.", "Подпись не проверялась.", "The signature was not looked at."],
    ),
    (
        "stage-repeated",
        [
            "Кезең қайталанған, күні: {on}.|Кезең қайталанған.",
            "Этап повторён, дата: {on}.|Этап повторён.",
            "A stage was repeated, on {on}.|A stage was repeated.",
        ],
    ),
    (
        "term-runs-from-decision",
        [
            "Мерзім шешім күнінен басталады: {on}.",
            "Срок идёт со дня решения: {on}.",
            "The term runs from the decision, {on}.",
        ],
    ),
    (
        "to-be-confirmed-on-the-day",
        [
            "Емтихан күні расталады.",
            "Подтверждается в день экзамена.",
            "To be confirmed on the day of the exam.",
        ],
    ),
    (
        "treaties-go-first",
        [
            "Ратификацияланған шарт басым болады.",
            "Ратифицированный договор важнее.",
            "A ratified treaty takes precedence.",
        ],
    ),
    (
        "twelve-months-not-read",
        [
            "Жыл күнтізбелік, он екі ай емес.",
            "Год календарный, а не двенадцать месяцев.",
            "A year is a calendar year, not twelve months.",
        ],
    ),
];
