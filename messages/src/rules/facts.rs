//! The names of facts, and of the other things that an undetermined answer can lack.

use rastau_core::law::MissingForRule;

use super::{Table, Translations, table};

/// The outcome of an undetermined answer, with `{missing}`.
pub(super) const MISSING: Translations = [
    "Мыналар белгісіз болғандықтан шешілмеді: {missing}.",
    "Не решено: неизвестно следующее — {missing}.",
    "Not decided, because this is not known: {missing}.",
];

/// The advice for it where facts are missing that the person who asks can state, with `{missing}`.
pub(super) const FILL_IN: Translations =
    ["Толтырыңыз: {missing}.", "Заполните: {missing}.", "Fill in: {missing}."];

/// The advice for it where only time or the register brings what is missing.
pub(super) const MISSING_ADVICE: Translations = [
    "Бұл белгілі болғанда қайта сұраңыз.",
    "Спросите снова, когда это станет известно.",
    "Ask again once it is known.",
];

/// The outcome where another law decides; with the law's name, if it is known.
pub(super) const OTHER_LAW: Translations = [
    "Мұны басқа заң шешеді: {other_law}.|Мұны басқа заң шешеді.",
    "Это решает другой закон: {other_law}.|Это решает другой закон.",
    "This is for another law to decide: {other_law}.|This is for another law to decide.",
];

/// The outcome where a person decides.
pub(super) const HUMAN_DECISION: Translations = [
    "Бұл үшін адамның шешімі қажет: Заң мәтінінде шешуге болатын белгі жоқ.",
    "Нужно решение человека: в тексте Закона нет признака, по которому это решается.",
    "This is left to a person's judgement: the Law's text has no criterion that decides it.",
];

/// The advice for both.
pub(super) const DECIDED_ELSEWHERE: [Translations; 2] = [
    ["Сол заңды қараңыз.", "Обратитесь к этому закону.", "See that law."],
    ["Құзыретті органнан сұраңыз.", "Спросите компетентный орган.", "Ask the competent body."],
];

/// The next steps of a question that is not decided, with `{next}`.
pub(super) const NEXT: Translations = ["Енді: {next}.|", "Теперь: {next}.|", "Now: {next}.|"];

/// An additional sentence if the last day is known, with `{last_day}`.
pub(super) const LAST_DAY: Translations =
    ["Соңғы күн: {last_day}.", "Последний день: {last_day}.", "The last day: {last_day}."];

/// The name of a reason that is not a fact; `None` for a fact, which [`NAMES`] has.
pub(super) const fn reason(missing: MissingForRule) -> Option<Translations> {
    Some(match missing {
        MissingForRule::Fact(_) => return None,
        MissingForRule::Future => ["болашақ оқиғалар", "будущие события", "future events"],
        MissingForRule::HumanDecision => ["адамның шешімі", "решение человека", "a person's judgement"],
        MissingForRule::NewerRegister => {
            ["тізілімнің жаңарақ деректері", "более новые данные реестра", "newer data of the register"]
        }
        MissingForRule::OrderOfEvents => ["оқиғалардың реті", "порядок событий", "the order of the events"],
        MissingForRule::OtherLaw => ["басқа заң", "другой закон", "another law"],
        MissingForRule::RegisterTerm => ["тізілімдегі мерзім", "срок по реестру", "the register's term"],
        MissingForRule::WorkingDayCalendar => [
            "осы күндердің жұмыс күнтізбесі",
            "календарь рабочих дней на эти даты",
            "the calendar of working days for these dates",
        ],
    })
}

/// The names of facts, by path; a fact within another may be listed by the last part of its path.
pub(super) const NAMES: Table = table![
    ("accreditor", ["аккредиттеу органы", "аккредитующий орган", "the accreditor"]),
    ("affects", ["бұзушылық неге қатысты", "чего касается нарушение", "what the violation concerns"]),
    ("appeal", ["апелляция туралы деректер", "сведения об апелляции", "facts about the appeal"]),
    ("approved_on", ["бекітілген күн", "день утверждения", "the day of approval"]),
    ("as_of", ["сұралған күн", "день, о котором вопрос", "the day asked about"]),
    ("attestation", ["орталықтың растауы", "подтверждение центра", "the centre's attestation"]),
    ("basis", ["стандарт не көздейді", "что предусматривает стандарт", "what the standard provides for"]),
    (
        "qualification_requirements",
        ["біліктілік талаптары", "квалификационные требования", "the qualification requirements"],
    ),
    ("standards", ["кәсіптік стандарттар", "профессиональные стандарты", "the professional standards"]),
    ("cancellation", ["күшін жою туралы деректер", "сведения об аннулировании", "facts about cancellation"]),
    (
        "cancelled_register",
        [
            "күші жойылған құжаттар тізілімі",
            "реестр аннулированных документов",
            "the register of cancelled documents",
        ],
    ),
    ("cancelled_on", ["күші жойылған күн", "день аннулирования", "the day of cancellation"]),
    ("reinstated_on", ["қалпына келтірілген күн", "день восстановления", "the day of reinstatement"]),
    ("ground", ["негіз", "основание", "the ground"]),
    ("centre", ["орталық", "центр", "the centre"]),
    ("certificate", ["аттестат", "аттестат", "the certificate"]),
    ("kind", ["түрі", "вид", "the kind"]),
    (
        "route",
        ["қай заң бойынша аккредиттелген", "по какому закону аккредитация", "the law of accreditation"],
    ),
    ("events", ["аттестатпен болған оқиғалар", "события с аттестатом", "what happened to the certificate"]),
    ("on", ["оқиға күні", "день события", "the day of the event"]),
    ("from", ["басталған күн", "первый день", "the first day"]),
    ("until", ["соңғы күн", "последний день", "the last day"]),
    ("issued_on", ["берілген күн", "день выдачи", "the day of issue"]),
    ("valid_to", ["соңғы күн", "последний день действия", "the last day of validity"]),
    ("valid_from", ["басталған күн", "первый день действия", "the first day of validity"]),
    (
        "certificate_last_day",
        ["аттестаттың соңғы күні", "последний день аттестата", "the last day of the certificate"],
    ),
    ("channel", ["жіберу тәсілі", "способ отправки", "the channel"]),
    ("citizenship", ["азаматтық", "гражданство", "citizenship"]),
    ("complaint", ["шағым", "жалоба", "the complaint"]),
    (
        "confirmed_on",
        ["шағым расталған күн", "день подтверждения жалобы", "the day on which the complaint was confirmed"],
    ),
    ("document", ["құжат", "документ", "the document"]),
    ("conditional", ["шартты құжаттар", "документы по условию", "the conditional documents"]),
    ("finding", ["тексеру нәтижесі", "результат проверки", "the finding"]),
    ("conforms", ["сараптама қорытындысы", "заключение экспертизы", "the verdict of the expertise"]),
    (
        "coordinated",
        [
            "уәкілетті органмен келісу",
            "согласование с уполномоченным органом",
            "coordination with the authorised body",
        ],
    ),
    ("copy", ["көшірме туралы деректер", "сведения о копии", "facts about the copy"]),
    (
        "council_agreed",
        [
            "салалық кеңеспен келісу",
            "согласование с отраслевым советом",
            "coordination with the industry council"
        ],
    ),
    (
        "local_bodies_agreed",
        [
            "жергілікті атқарушы органдармен келісу",
            "согласование с местными исполнительными органами",
            "coordination with the local executive bodies",
        ],
    ),
    (
        "approved_by_sectoral_body",
        ["салалық орган бекіткен", "утверждён отраслевым органом", "approved by the sectoral body"]
    ),
    (
        "authorised_body_agreed",
        ["уәкілетті органның келісуі", "согласие уполномоченного органа", "the authorised body's agreement"]
    ),
    (
        "opinion_considered",
        [
            "Палата қорытындысы қаралған",
            "заключение Палаты рассмотрено",
            "the Chamber's opinion was considered"
        ]
    ),
    ("complied", ["талаптардың сақталуы", "соблюдение требований", "whether the requirements were kept"]),
    ("reacted", ["дереу әрекет ету", "немедленная реакция", "whether it reacted at once"]),
    ("conditions_created", ["жағдай жасалуы", "создание условий", "whether the conditions were created"]),
    (
        "established_on",
        ["комиссия құрылған күн", "день создания комиссии", "the day on which the commission was set up"]
    ),
    ("full", ["зерттеудің толықтығы", "полнота обследования", "whether the survey was full"]),
    (
        "objective",
        ["зерттеудің объективтілігі", "объективность обследования", "whether the survey was objective"]
    ),
    ("reasoned_report", ["есептің уәжділігі", "мотивированность отчёта", "whether the report gives reasons"]),
    (
        "criteria_assessed",
        ["өлшемшарттар бойынша баға", "оценка по критериям", "whether every criterion was assessed"]
    ),
    ("employee", ["қызметкер", "работник", "whether the holder is an employee"]),
    ("document_good", ["құжаттың жарамдылығы", "действительность документа", "whether the document is good"]),
    ("declared_on", ["декларация күні", "день декларации", "the day of the declaration"]),
    ("programme", ["біліктілік бағдарламасы", "квалификационная программа", "the qualification programme"]),
    (
        "examined",
        ["сараптаманың өткені", "проведена ли экспертиза", "whether the examination has taken place"]
    ),
    ("document_basis", ["құжаттың негізі", "основание документа", "what the document is based on"]),
    ("used_on", ["пайдаланылған күн", "день использования", "the day of use"]),
    ("in_force_until", ["соңғы қолданыс күні", "последний день действия", "the last day in force"]),
    ("considered_on", ["қаралған күн", "день рассмотрения", "the day of consideration"]),
    ("court_ban", ["сот шешімі", "решение суда", "the court's decision"]),
    (
        "in_legal_force_on",
        [
            "сот шешімі күшіне енген күн",
            "день вступления решения в силу",
            "the day on which the decision came into force",
        ],
    ),
    ("criteria", ["өлшемшарттар", "критерии", "the criteria"]),
    ("agreement", ["келісім", "соглашение", "the agreement"]),
    ("date", ["растау күні", "день подтверждения", "the day of the attestation"]),
    ("date_of_birth", ["туған күн", "дата рождения", "the date of birth"]),
    ("decided_on", ["шешім күні", "день решения", "the day of the decision"]),
    ("decider", ["шешім қабылдаған орган", "кто принял решение", "who decided"]),
    ("decision", ["шешім", "решение", "the decision"]),
    ("detected_on", ["анықталған күн", "день выявления", "the day of detection"]),
    (
        "disability",
        [
            "еңбекке уақытша жарамсыздық кезеңдері",
            "периоды нетрудоспособности",
            "times of temporary disability",
        ],
    ),
    ("drafts", ["бағдарлама жобалары", "проекты программ", "the draft programmes"]),
    ("profession", ["кәсіп", "профессия", "the profession"]),
    (
        "eliminated",
        ["бұзушылық жойылған ба", "устранены ли нарушения", "whether the violations are eliminated"],
    ),
    ("event", ["қайта ұйымдастыру түрі", "вид реорганизации", "the reorganisation"]),
    ("evidence", ["растама", "подтверждение", "the evidence"]),
    ("exam_date", ["емтихан күні", "день экзамена", "the day of the exam"]),
    ("expertise_done_on", ["сараптама күні", "день экспертизы", "the day of the expertise"]),
    ("survey_done_on", ["зерттеу күні", "день обследования", "the day of the survey"]),
    ("fee_charged", ["алынған ақы", "взятая плата", "the fee charged"]),
    (
        "first_published_on",
        ["алғаш жарияланған күн", "день первой публикации", "the day of first publication"],
    ),
    ("form", ["жауап нысаны", "форма ответа", "the form of the answer"]),
    (
        "formed_on",
        [
            "қажеттілік айқындалған күндер",
            "дни формирования потребности",
            "the days on which the need was formed",
        ],
    ),
    ("grounds", ["негіздер", "основания", "the grounds"]),
    ("id", ["белгісі", "обозначение", "the identifier"]),
    (
        "in_scope",
        [
            "Заң бұл адамға қолданыла ма",
            "применяется ли Закон к человеку",
            "whether the Law applies to the person",
        ],
    ),
    (
        "informed_on",
        ["нәтиже хабарланған күн", "день сообщения результата", "the day of being informed of the result"],
    ),
    (
        "is_skill_document",
        ["құжат дағды туралы ма", "о навыках ли документ", "whether the document is on skills"],
    ),
    (
        "issuance",
        [
            "аттестат беру туралы деректер",
            "сведения о выдаче аттестата",
            "facts about the issue of the certificate",
        ],
    ),
    ("last_day", ["соңғы күн", "последний день", "the last day"]),
    ("last_updated", ["соңғы жаңарту күні", "день последнего обновления", "the day of the last update"]),
    ("limits", ["жас шегі", "предел возраста", "the limits of age"]),
    ("min", ["ең төменгі жас", "наименьший возраст", "the least age"]),
    ("max", ["ең жоғары жас", "наибольший возраст", "the highest age"]),
    ("liquidated_on", ["таратылған күн", "день ликвидации", "the day of liquidation"]),
    ("mode", ["ерікті не міндетті", "добровольно или обязательно", "voluntary or mandatory"]),
    ("occurred_on", ["оқиға болған күн", "день события", "the day of the occurrence"]),
    ("outcome", ["нәтижесі", "результат", "how it came out"]),
    ("statement_on", ["өтініш күні", "день заявления", "the day of the statement"]),
    ("previous_issued_on", ["бұрынғы ваучерлер", "прежние ваучеры", "earlier vouchers"]),
    ("procedure_date", ["емтихан күні", "день экзамена", "the day of the exam"]),
    ("professions", ["кәсіптер", "профессии", "the professions"]),
    ("programmes", ["бағдарламалар", "программы", "the programmes"]),
    ("reasons_given", ["жауапта себеп бар ма", "есть ли в ответе причины", "whether reasons were given"]),
    ("refusal", ["бас тарту туралы деректер", "сведения об отказе", "facts about the refusal"]),
    ("register", ["кәсіптер тізілімі", "реестр профессий", "the register of professions"]),
    (
        "included_on",
        ["тізілімге енгізілген күн", "день включения в реестр", "the day of entry in the register"],
    ),
    (
        "excluded_on",
        ["тізілімнен шығарылған күн", "день исключения из реестра", "the day of leaving the register"],
    ),
    (
        "list_as_of",
        ["орталықтар тізімі қай күнге", "на какой день перечень центров", "the day of the list of centres"]
    ),
    ("lists_as_of", ["тізімдер қай күнге", "на какой день перечни", "the day of the lists"]),
    ("register_as_of", ["тізілім қай күнге", "на какой день реестр", "the day of the register"]),
    (
        "registered_on",
        ["апелляция тіркелген күн", "день регистрации апелляции", "the day of registration of the appeal"],
    ),
    (
        "registered_unemployed",
        [
            "жұмыссыз ретінде тіркелген бе",
            "зарегистрирован ли безработным",
            "whether registered as unemployed",
        ],
    ),
    (
        "relation",
        [
            "білім беру ұйымымен байланысы",
            "связь с организацией образования",
            "the relation to an educational institution",
        ],
    ),
    ("request_date", ["сұраған күн", "день обращения", "the day of the request"]),
    ("required", ["талап етілетін құжаттар", "требуемые документы", "the documents required"]),
    ("required_exams", ["бағдарлама емтихандары", "экзамены программы", "the exams of the programme"]),
    ("requirements", ["талаптар", "требования", "the requirements"]),
    ("experience_years", ["жұмыс өтілі", "стаж", "years of experience"]),
    ("headcount", ["қызметкерлер саны", "численность", "the headcount"]),
    ("resources", ["ресурстар", "ресурсы", "the resources"]),
    ("title", ["құқықтық негіз", "правовое основание", "the title"]),
    ("results", ["емтихан нәтижелері", "результаты экзаменов", "the results of the exams"]),
    ("revocation", ["кері қайтарып алу туралы деректер", "сведения об отзыве", "facts about the revocation"]),
    ("revoked_on", ["кері қайтарып алынған күн", "день отзыва", "the day of revocation"]),
    ("resumed_on", ["қайта басталған күн", "день возобновления", "the day of resumption"]),
    ("signature_holds", ["қолтаңба дұрыс па", "верна ли подпись", "whether the signature holds"]),
    ("skills", ["дағдылар", "навыки", "the skills"]),
    ("staff", ["қызметкерлер", "работники", "the staff"]),
    ("stages", ["кезеңдер", "этапы", "the stages"]),
    ("stage", ["кезең", "этап", "the stage"]),
    ("status_categories", ["адамның лауазымы", "должность человека", "the person's office"]),
    ("submissions", ["ұсыным берілген күндер", "дни подачи рекомендаций", "the days of the recommendations"]),
    ("submitted", ["тапсырылған құжаттар", "поданные документы", "the documents submitted"]),
    ("sufficient", ["ресурстар жеткілікті ме", "достаточны ли ресурсы", "whether the resources suffice"]),
    (
        "termination",
        [
            "аттестаттың тоқтатылуы туралы деректер",
            "сведения о прекращении аттестата",
            "facts about the end of the certificate",
        ],
    ),
    ("validity", ["құжаттың қолданылу мерзімі", "срок действия документа", "the validity of the document"]),
    (
        "law",
        [
            "Заңның қолданысқа енуі туралы деректер",
            "сведения о введении Закона",
            "facts about the entry into force",
        ],
    ),
    (
        "scope",
        [
            "адамның лауазымы туралы деректер",
            "сведения о должности человека",
            "facts about the person's office",
        ],
    ),
    ("admission", ["емтиханға жіберу туралы деректер", "сведения о допуске", "facts about the admission"]),
    (
        "education",
        [
            "бейресми және информалды білім",
            "неформальное и информальное образование",
            "non-formal and informal education",
        ],
    ),
    ("same_profession", ["дағдылардың кәсібі", "профессия навыков", "the profession of the skills"]),
    (
        "eligibility",
        ["ваучер құқығы туралы деректер", "сведения о праве на ваучер", "facts about the right to a voucher"],
    ),
    (
        "once_a_year",
        ["бұрынғы ваучерлер туралы деректер", "сведения о прежних ваучерах", "facts about earlier vouchers"],
    ),
    ("use_within_validity", ["ваучердің мерзімі", "срок ваучера", "the validity of the voucher"]),
    ("free_choice", ["таңдау", "выбор", "the choice"]),
    ("retake", ["қайта тапсыру туралы деректер", "сведения о пересдаче", "facts about the retake"]),
    ("status", ["орталықтың аккредиттелуі", "аккредитация центра", "the accreditation of the centre"]),
    ("reapply", ["қайта өтініш туралы деректер", "сведения о новом заявлении", "facts about reapplying"]),
    ("published", ["жарияланған ақпарат", "опубликованные сведения", "what is published"]),
    (
        "accreditation",
        ["аккредиттеу туралы деректер", "сведения об аккредитации", "facts about the accreditation"],
    ),
];
