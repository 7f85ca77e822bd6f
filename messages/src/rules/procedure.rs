//! Art. 15: the procedure and the conditions of recognition.

use super::{RuleTexts, rule_texts};

pub(super) const TEXTS: &[RuleTexts] = rule_texts![
    RuleTexts {
        id: "art15.p1.profession-recognisable",
        title: ["Кәсіп тізілімде бар ма", "Профессия в реестре", "Profession in the register"],
        outcomes: &[
            (
                "recognisable",
                [
                    "{profession_name} кәсібі бұл күні тізілімде бар.|{profession} кәсібі бұл күні тізілімде бар.",
                    "На этот день профессия есть в реестре: {profession_name}.|На этот день профессия есть в реестре: {profession}.",
                    "The profession is in the register on this day: {profession_name}.|The profession is in the register on this day: {profession}.",
                ],
                EMPTY,
            ),
            (
                "not-in-register",
                [
                    "Бұл кәсіп тізілімде жоқ: {profession}.",
                    "Этой профессии нет в реестре: {profession}.",
                    "This profession is not in the register: {profession}.",
                ],
                [
                    "Кәсіптің кодын тексеріңіз: тану тек тізілімдегі кәсіптер бойынша жүргізіледі.",
                    "Проверьте код профессии: признание проводится только по профессиям реестра.",
                    "Check the code: recognition is for professions of the register only.",
                ],
            ),
            (
                "not-yet-in-register",
                [
                    "Кәсіп тізілімге кейінірек енеді, күні: {from}.",
                    "Профессия появляется в реестре позже, дата: {from}.",
                    "The profession enters the register later, on {from}.",
                ],
                ["Сол күні қайта сұраңыз.", "Спросите снова в этот день.", "Ask again on that day."],
            ),
            (
                "excluded",
                [
                    "Кәсіп тізілімнен шығарылған, соңғы күні: {until}.",
                    "Профессия исключена из реестра, последний день: {until}.",
                    "The profession has left the register; its last day was {until}.",
                ],
                [
                    "Өтініш бұрын берілген болса, сол күнді сұраңыз.",
                    "Если заявление подано раньше, спросите о том дне.",
                    "If the application was made earlier, ask about that day.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art15.p2.voluntary-governed-here",
        title: ["Осы Заң қолданыла ма", "Применяется ли этот Закон", "Whether this Law governs"],
        outcomes: &[
            (
                "governed-here",
                [
                    "Тану ерікті, сондықтан осы Заң қолданылады.",
                    "Признание добровольное, поэтому применяется этот Закон.",
                    "Recognition is voluntary, so this Law governs it.",
                ],
                EMPTY,
            ),
            (
                "governed-elsewhere",
                [
                    "Тану міндетті, сондықтан басқа заң қолданылады.",
                    "Признание обязательное, поэтому применяется другой закон.",
                    "Recognition is mandatory, so another law governs it.",
                ],
                ["Сол заңды қараңыз.", "Обратитесь к тому закону.", "See that law."],
            ),
        ],
    },
    RuleTexts {
        id: "art15.p3.centre-conducts",
        title: [
            "Орталық емтихан өткізе ала ма",
            "Может ли центр проводить экзамен",
            "Whether the centre may hold the exam",
        ],
        outcomes: &[
            (
                "accredited",
                [
                    "Емтихан күні орталық осы кәсіп бойынша аккредиттелген.",
                    "В день экзамена центр аккредитован по этой профессии.",
                    "On the day of the exam the centre is accredited for this profession.",
                ],
                EMPTY,
            ),
            (
                "profession-not-covered",
                [
                    "Емтихан күні орталықтың аккредиттеуі бұл кәсіпті қамтымайды.",
                    "В день экзамена аккредитация центра не охватывает эту профессию.",
                    "On the day of the exam the centre's accreditation does not cover this profession.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "unknown-centre",
                [
                    "Мұндай орталық тізімде жоқ.",
                    "Такого центра нет в перечне.",
                    "The list of centres has no such centre.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "not-legal-entity",
                [
                    "Орталық заңды тұлға емес.",
                    "Центр не юридическое лицо.",
                    "The centre is not a legal entity."
                ],
                ASK_THE_CENTRE,
            ),
            (
                "not-yet",
                [
                    "Орталық әлі аккредиттелмеген, аттестат күні: {since}.",
                    "Центр ещё не аккредитован, дата аттестата: {since}.",
                    "The centre is not accredited yet; its certificate is of {since}.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "expired",
                [
                    "Аттестаттың мерзімі өткен, қолданылмайтын күні: {since}.",
                    "Срок аттестата истёк, не действует с {since}.",
                    "The certificate has expired, with effect from {since}.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "revoked",
                [
                    "Аттестат кері қайтарып алынған, күні: {since}.",
                    "Аттестат отозван, дата: {since}.",
                    "The certificate was revoked on {since}.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "liquidated",
                [
                    "Орталық таратылған, күні: {since}.",
                    "Центр ликвидирован, дата: {since}.",
                    "The centre was liquidated on {since}.",
                ],
                ASK_THE_CENTRE,
            ),
            (
                "court-ban",
                [
                    "Сот қызметке тыйым салған, күні: {since}.",
                    "Суд запретил деятельность, дата: {since}.",
                    "A court prohibited the activity on {since}.",
                ],
                ASK_THE_CENTRE,
            ),
        ],
    },
    RuleTexts {
        id: "art15.p3.part2.funding",
        title: ["Кім төлейді", "Кто платит", "Who pays"],
        outcomes: &[
            (
                "funding",
                [
                    "Төлем көзі: {sources}.",
                    "Источник оплаты: {sources}.",
                    "The source of payment: {sources}.",
                ],
                [
                    "Әлі белгісіз: {not_known}.|",
                    "Ещё не известно: {not_known}.|",
                    "Not known yet: {not_known}.|",
                ],
            ),
            (
                "governed-elsewhere",
                [
                    "Міндетті тануды төлеу басқа заңмен белгіленеді.",
                    "Оплата обязательного признания установлена другим законом.",
                    "Who pays for mandatory recognition is for another law.",
                ],
                EMPTY,
            ),
        ],
    },
    RuleTexts {
        id: "art15.p4.part2.basis",
        title: ["Емтихан неге негізделеді", "На чём основан экзамен", "What the exam is based on"],
        outcomes: &[
            (
                "standard",
                [
                    "Кәсіптік стандарт қолданылады: {bases}.",
                    "Применяется профессиональный стандарт: {bases}.",
                    "The professional standard applies: {bases}.",
                ],
                EMPTY,
            ),
            (
                "qualification-requirements",
                [
                    "Стандарт жоқ, біліктілік талаптары қолданылады: {bases}.",
                    "Стандарта нет, применяются квалификационные требования: {bases}.",
                    "There is no standard; the qualification requirements apply: {bases}.",
                ],
                EMPTY,
            ),
            (
                "no-basis",
                [
                    "Бұл күні стандарт та, біліктілік талаптары да жоқ.",
                    "На этот день нет ни стандарта, ни квалификационных требований.",
                    "On this day there is neither a standard nor qualification requirements.",
                ],
                [
                    "Салалық мемлекеттік органға жүгініңіз.",
                    "Обратитесь в отраслевой государственный орган.",
                    "Ask the sectoral state body.",
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art15.p4.part2.document-basis",
        title: ["Құжат неге негізделген", "На чём основан документ", "What the document is based on"],
        outcomes: &[
            (
                "standard",
                [
                    "Құжат емтихан күні қолданыста болған кәсіптік стандартқа негізделген: {basis}.",
                    "Документ основан на профессиональном стандарте, который действовал в день экзамена: {basis}.",
                    "The document is based on a professional standard that was in force on the day of the exam: {basis}.",
                ],
                EMPTY,
            ),
            (
                "qualification-requirements",
                [
                    "Стандарт болмаған, құжат біліктілік талаптарына негізделген: {basis}.",
                    "Стандарта не было, документ основан на квалификационных требованиях: {basis}.",
                    "There was no standard; the document is based on the qualification requirements: {basis}.",
                ],
                EMPTY,
            ),
            (
                "not-for-profession",
                [
                    "Құжатта көрсетілген негіз бұл кәсіпке жатпайды: {basis}.",
                    "Основание, указанное в документе, не относится к этой профессии: {basis}.",
                    "The basis that the document names does not belong to this profession: {basis}.",
                ],
                [
                    "Орталықтан түсінік сұраңыз.",
                    "Запросите пояснение в центре.",
                    "Ask the centre to explain."
                ],
            ),
            (
                "not-in-force",
                [
                    "Құжатта көрсетілген негіз емтихан күні қолданыста болмаған: {basis}.",
                    "Основание, указанное в документе, в день экзамена не действовало: {basis}.",
                    "The basis that the document names was not in force on the day of the exam: {basis}.",
                ],
                [
                    "Орталықтан түсінік сұраңыз.",
                    "Запросите пояснение в центре.",
                    "Ask the centre to explain."
                ],
            ),
            (
                "standard-exists",
                [
                    "Емтихан күні кәсіптік стандарт ({standard}) қолданыста болған, сондықтан біліктілік талаптары ({basis}) қолданылмайды.",
                    "В день экзамена действовал профессиональный стандарт ({standard}), поэтому квалификационные требования ({basis}) не применяются.",
                    "A professional standard ({standard}) was in force on the day of the exam, so the qualification requirements ({basis}) do not apply.",
                ],
                [
                    "Орталықтан түсінік сұраңыз.",
                    "Запросите пояснение в центре.",
                    "Ask the centre to explain."
                ],
            ),
        ],
    },
    RuleTexts {
        id: "art15.p5.mandatory-other-law",
        title: ["Басқа заң шеше ме", "Решает ли другой закон", "Whether another law decides"],
        outcomes: &[(
            "governed-here",
            [
                "Тану ерікті, осы Заң қолданылады.",
                "Признание добровольное, решает этот Закон.",
                "Recognition is voluntary; this Law decides.",
            ],
            EMPTY,
        )],
    },
    RuleTexts {
        id: "art28.document-counted",
        title: [
            "Жұмыс берушінің декларациясындағы құжат",
            "Документ в декларации работодателя",
            "The document in the employer's declaration"
        ],
        outcomes: &[
            (
                "counts",
                [
                    "Құжат жұмыс берушінің қызметін декларациялау кезінде ескеріледі.",
                    "Документ учитывается при декларировании деятельности работодателя.",
                    "The document is taken into account in the employer's declaration."
                ],
                [
                    "Қалай ескерілетінін еңбек заңнамасы белгілейді.",
                    "Как он учитывается, определяет трудовое законодательство.",
                    "How it counts is for labour law."
                ],
            ),
            (
                "not-an-employee",
                [
                    "Құжат иесі бұл жұмыс берушінің қызметкері емес.",
                    "Обладатель документа не работник этого работодателя.",
                    "The holder is not an employee of this employer."
                ],
                EMPTY,
            ),
            (
                "not-good",
                [
                    "Декларация күні құжат жарамсыз.",
                    "На день декларации документ недействителен.",
                    "On the day of the declaration the document is not good."
                ],
                [
                    "Қызметкер танудан қайта өте алады.",
                    "Работник может пройти признание заново.",
                    "The employee can undergo recognition again."
                ],
            ),
        ],
    },
];
