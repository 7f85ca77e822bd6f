//! The texts of stable names in values.

use super::{Table, table};

/// Names of cases, bodies, stages and next steps.
pub(super) const NAMES: Table = table![
    ("accreditation-body", ["аккредиттеу органы", "орган по аккредитации", "the accreditation body"]),
    ("other", ["басқа", "другое", "other"]),
    ("accreditor", ["аккредиттеу органы", "аккредитующий орган", "the accreditor"]),
    ("fee", ["ақы", "плата", "the fee"]),
    (
        "coordination",
        [
            "уәкілетті органмен келісу",
            "согласование с уполномоченным органом",
            "coordination with the authorised body",
        ],
    ),
    (
        "agreement",
        [
            "аккредиттеуден кейінгі келісім",
            "постаккредитационное соглашение",
            "the post-accreditation agreement",
        ],
    ),
    ("criteria", ["аккредиттеу өлшемшарттары", "критерии аккредитации", "the accreditation criteria"]),
    ("legal-entity", ["заңды тұлға", "юридическое лицо", "a legal entity"]),
    ("resources-title", ["ресурстарға құқық", "права на ресурсы", "the title to the resources"]),
    (
        "professions-in-register",
        ["тізілімдегі кәсіптер", "профессии в реестре", "the professions in the register"],
    ),
    ("draft-programmes", ["бағдарлама жобалары", "проекты программ", "the draft programmes"]),
    ("personnel", ["персонал", "персонал", "the personnel"]),
    ("application", ["өтінішті қабылдау", "приём заявления", "acceptance of the application"]),
    ("document-expertise", ["құжаттар сараптамасы", "экспертиза документов", "expertise of the documents"]),
    ("on-site-survey", ["орнында зерттеу", "обследование на месте", "survey on site"]),
    ("decision", ["шешім қабылдау", "принятие решения", "the decision"]),
    ("certificate", ["аттестат беру", "выдача аттестата", "issue of the certificate"]),
    ("decider", ["шешім қабылдаушы орган", "кто принял решение", "who decided"]),
    ("expertise", ["құжаттар сараптамасы", "экспертиза документов", "expertise of the documents"]),
    ("survey", ["орнында зерттеу", "обследование на месте", "survey on site"]),
    (
        "expertise-first",
        ["сараптама шешімнен кейін өткен", "экспертиза позже решения", "expertise after the decision"],
    ),
    (
        "survey-first",
        ["зерттеу шешімнен кейін өткен", "обследование позже решения", "survey after the decision"],
    ),
    ("premises", ["үй-жай", "помещения", "premises"]),
    ("equipment", ["жабдық", "оборудование", "equipment"]),
    ("material-resources", ["материалдық ресурстар", "материальные ресурсы", "material resources"]),
    ("sufficiency", ["жеткіліктілік", "достаточность", "sufficiency"]),
    ("title", ["құқықтық негіз", "право на них", "the title"]),
    ("headcount", ["қызметкерлер саны", "численность", "headcount"]),
    ("experience", ["жұмыс өтілі", "стаж", "experience"]),
    ("conformity", ["талапқа сәйкестік", "соответствие", "conformity"]),
    (
        "national-chamber",
        [
            "Ұлттық кәсіпкерлер палатасы",
            "Национальная палата предпринимателей",
            "the National Chamber of Entrepreneurs",
        ],
    ),
    ("civil-servant", ["мемлекеттік қызмет", "государственная служба", "the civil service"]),
    (
        "law-enforcement-service",
        ["құқық қорғау қызметі", "правоохранительная служба", "law-enforcement service"],
    ),
    (
        "special-state-body",
        ["арнаулы мемлекеттік орган", "специальный государственный орган", "special state body"],
    ),
    ("military", ["әскери қызмет", "военная служба", "military service"]),
    (
        "national-bank",
        ["Ұлттық Банк қызметкері", "работник Национального Банка", "employee of the National Bank"],
    ),
    (
        "financial-market-regulator",
        [
            "қаржы реттеушісінің қызметкері",
            "работник финансового регулятора",
            "employee of the financial regulator",
        ],
    ),
    ("judge", ["судья", "судья", "judge"]),
    ("national-deputy", ["парламент депутаты", "депутат парламента", "deputy of the national legislature"]),
    ("maslikhat-deputy", ["мәслихат депутаты", "депутат маслихата", "deputy of a maslikhat"]),
    ("candidate", ["кандидат", "кандидат", "the candidate"]),
    (
        "other-lawful",
        ["заңда тыйым салынбаған басқа қаражат", "иные законные средства", "other lawful means"],
    ),
    ("employer", ["жұмыс беруші", "работодатель", "the employer"]),
    ("voucher", ["ваучер", "ваучер", "a voucher"]),
    ("skills", ["дағдылар", "навыки", "skills"]),
    ("qualification", ["біліктілік", "квалификация", "qualification"]),
    ("profession", ["кәсіп", "профессия", "profession"]),
    ("non-formal", ["бейресми білім", "неформальное образование", "non-formal education"]),
    ("informal", ["информалды білім", "информальное образование", "informal education"]),
    ("recommendations", ["ұсынымдар", "рекомендации", "recommendations"]),
    ("retake_on", ["қайта тапсыру күні", "день пересдачи", "the day of the retake"]),
    ("none-of-these", ["бұлардың ешқайсысы емес", "ничего из этого", "none of these"]),
    ("merger", ["бірігу", "слияние", "merger"]),
    ("accession", ["қосылу", "присоединение", "accession"]),
    ("division", ["бөліну", "разделение", "division"]),
    ("separation", ["бөлініп шығу", "выделение", "separation"]),
    ("transformation", ["қайта құрылу", "преобразование", "transformation"]),
    ("platform", ["платформа", "платформа", "the platform"]),
    (
        "other-electronic",
        ["басқа электрондық арна", "другой электронный канал", "another electronic channel"],
    ),
    ("paper", ["қағаз", "бумага", "paper"]),
    ("email", ["электрондық пошта", "электронная почта", "e-mail"]),
    ("health", ["денсаулық", "здоровье", "health"]),
    ("life-support", ["тіршілікті қамтамасыз ету", "жизнеобеспечение", "life support"]),
    ("safety", ["қауіпсіздік", "безопасность", "safety"]),
    (
        "not-eliminated",
        ["бұзушылықтар жойылмаған", "нарушения не устранены", "the violations are not eliminated"],
    ),
    ("barred", ["тыйым салынған", "запрет", "barred"]),
    (
        "not-registered",
        [
            "жұмыссыз ретінде тіркелмеген",
            "не зарегистрирован как безработный",
            "not registered as unemployed",
        ],
    ),
    (
        "out-of-scope",
        [
            "Заң бұл адамға қолданылмайды",
            "Закон к человеку не применяется",
            "the Law does not apply to the person",
        ],
    ),
    ("apply", ["өтініш беріңіз", "подайте заявление", "apply"]),
    ("appeal", ["апелляция беріңіз", "подайте апелляцию", "appeal"]),
    ("apply-to-the-court", ["сотқа жүгінуге болады", "можно обратиться в суд", "the court is open to you"]),
    (
        "ask-for-the-retake",
        [
            "орталық белгілеген уақытта қайта тапсырыңыз",
            "пересдайте экзамен, когда назначит центр",
            "sit the exam again when the centre says"
        ],
    ),
    ("ask-for-the-document", ["құжатты алыңыз", "получите документ", "collect the document"]),
    ("ask-the-centre", ["орталықтан сұраңыз", "спросите центр", "ask the centre"]),
    ("do-not-rely", ["құжатқа сүйенбеңіз", "не полагайтесь на документ", "do not rely on the document"]),
    (
        "find-out-what-is-missing",
        ["жетіспейтінін анықтаңыз", "узнайте недостающее", "find out what is missing"],
    ),
    ("get-a-lawyer", ["заңгерге жүгініңіз", "обратитесь к юристу", "ask a lawyer"]),
    (
        "let-it-be-decided",
        ["құзыретті органға жүгініңіз", "обратитесь в компетентный орган", "ask the competent body"]
    ),
    ("reapply", ["мерзімінде қайта өтініш беріңіз", "вовремя подайте заявление снова", "reapply in time"]),
    ("rely-on-it", ["құжатқа сүйенуге болады", "на документ можно положиться", "you may rely on it"]),
    ("resolve-what-fails", ["кедергіні жойыңыз", "устраните то, что мешает", "put right what fails"]),
    ("see-the-other-law", ["басқа заңды қараңыз", "обратитесь к другому закону", "see the other law"]),
    (
        "wait-for-the-appeal",
        [
            "апелляцияның қаралуын күтіңіз",
            "дождитесь рассмотрения апелляции",
            "wait for the appeal to be considered"
        ],
    ),
    ("structure", ["құрылымын жариялау", "публикация структуры", "publication of its structure"]),
    (
        "activities",
        ["қызметін жариялау", "публикация сведений о деятельности", "publication of its activities"]
    ),
    ("prices", ["бағаларын жариялау", "публикация цен", "publication of its prices"]),
    (
        "candidate_information",
        ["кандидаттарға ақпарат беру", "информирование кандидатов", "information for candidates",],
    ),
    ("registered", ["платформада тіркелу", "регистрация на платформе", "registration on the platform"]),
    ("issued_on", ["аттестат беру", "выдача аттестата", "the issue of the certificate"]),
    ("listed_on", ["тізімге енгізу", "внесение в перечень", "the entry in the list"]),
    ("approver", ["бекіткен орган", "кто утвердил", "who approved it"]),
    (
        "council",
        [
            "салалық кеңеспен келісу",
            "согласование с отраслевым советом",
            "the agreement of the industry council"
        ]
    ),
    (
        "authorised-body",
        [
            "уәкілетті органмен келісу",
            "согласование с уполномоченным органом",
            "the agreement of the authorised body"
        ]
    ),
    ("chamber-opinion", ["Палата қорытындысы", "заключение Палаты", "the opinion of the Chamber"]),
    ("full", ["зерттеудің толықтығы", "полнота обследования", "whether the survey was full"]),
    (
        "objective",
        ["зерттеудің объективтілігі", "объективность обследования", "whether the survey was objective"]
    ),
    ("reasoned-report", ["есептің уәжділігі", "мотивированность отчёта", "whether the report gives reasons"]),
    (
        "criteria-assessed",
        ["өлшемшарттар бойынша баға", "оценка по критериям", "the assessment by the criteria"]
    ),
    ("use-the-voucher", ["ваучерді пайдаланыңыз", "воспользуйтесь ваучером", "use the voucher"]),
    ("revoked", ["кері қайтарып алу", "отзыв", "revocation"]),
    ("resumed", ["қайта бастау", "возобновление", "resumption"]),
    ("liquidated", ["таратылу", "ликвидация", "liquidation"]),
    ("court-ban", ["сот тыйымы", "запрет суда", "prohibition by a court"]),
    ("founded-by", ["құрылтайшысы", "учреждён ею", "founded by one"]),
    ("rents-premises", ["үй-жайды жалға алады", "арендует помещения", "rents its premises"]),
    ("weekend", ["демалыс күні", "выходной", "a weekend day"]),
    ("holiday", ["мереке", "праздник", "a holiday"]),
    ("day-off", ["демалыс күні", "выходной", "a day off"]),
];
