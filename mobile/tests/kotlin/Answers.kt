/** Typed answers: everything that an app needs for decisions and display, without JSON. */

import java.time.Instant
import java.time.LocalDate
import rastau.*

fun typedAnswers(corpus: Corpus) {
    val valid = corpus.case("update-before").ask(Language.KK)
    equal("valid", valid.outcome, Outcome.VALID)
    equal("valid as of", valid.asOf, Instant.parse("2026-11-20T05:00:00Z"))
    equal("valid on", valid.evaluatedOn, LocalDate.of(2026, 11, 23))
    equal("valid, freshness", valid.freshness, Freshness.CURRENT)
    equal("valid, source", valid.document.source, Source.REGISTER)
    expect("a profession with its names", valid.document.profession?.names?.kk?.isNotEmpty() == true)
    expect("dates in order", valid.document.issuedOn!! <= valid.document.validUntil!!)
    expect("nothing is violated", valid.findings.none { it.answer is Answer.Violated })
    val text = valid.text!!
    equal("a text for each finding", text.findings.size, valid.findings.size)
    expect("a headline in Kazakh", text.headline.any { it in "әғқңөұүһі" })
    expect("labelled rows", text.document.count { it.label != null } > 5)
    equal("no text unless requested", corpus.case("update-before").ask().text, null)

    val cancelled = corpus.case("update-after").ask(Language.EN)
    equal("cancelled", cancelled.outcome, Outcome.INVALID)
    val finding = cancelled.findings.single { it.answer is Answer.Violated }
    equal("cancelled, check", finding.id to finding.code, "art26.p2.part2.document-cancellation" to 1308)
    val citation = finding.citation as Citation.Law
    equal("cancelled, article", listOf(citation.article, citation.paragraph, citation.part), listOf(26, 2, 2))
    expect("cancelled, a day", finding.facts.any { (it.value as? Value.Date)?.day == LocalDate.of(2026, 11, 21) })
    val explained = cancelled.text!!.findings[cancelled.findings.indexOf(finding)]
    expect("cancelled, text and advice", explained.text.isNotEmpty() && explained.advice != null)

    val unknown = corpus.case("missing-documents").ask()
    equal("missing", unknown.outcome, Outcome.INDETERMINATE)
    val missing = unknown.findings.mapNotNull { it.answer as? Answer.Undetermined }.flatMap { it.missing }
    expect("missing: $missing", "segment" in missing)

    val contestable = corpus.case("centre-revoked-that-day").ask()
    equal("contestable", contestable.outcome, Outcome.INDETERMINATE)
    val readings = contestable.findings.firstNotNullOf { it.answer as? Answer.Contestable }.readings
    equal("readings differ", readings.map { it.satisfied }.toSet(), setOf(true, false))

    val case = corpus.case("plain-signed-with-code")
    val same = Verifier.openBytes(java.io.File(corpus.bundle("base.rastau")).readBytes(), case.opening())
    same.use { equal("from memory", it.verify(case.input, case.question()).json, case.expected) }
    val before = corpus.case("update-before")
    Verifier.open(before.bundle, before.opening()).use { verifier ->
        val info = verifier.snapshotInfo()
        expect("figures: $info", info.documents > 100 && info.damage.isEmpty() && info.rootVersion == 1L)
        val form = TypedForm(number = valid.document.number, holder = "000000000000")
        equal("a form", thrown<RastauException.Input>("a holder") { verifier.verifyForm(form) }?.code, ErrorCode.IDENTITY_DATE)
        val known = verifier.verifyForm(TypedForm(number = valid.document.number), before.question())
        equal("a number alone is not enough", known.outcome, Outcome.INDETERMINATE)
    }
}

/** The values that a list states beside a document are compared with it. */
fun statedBeside(corpus: Corpus) {
    val case = corpus.case("update-before")
    Verifier.open(case.bundle, case.opening()).use { verifier ->
        fun outcome(beside: StatedBeside?) = verifier.verify(case.input, case.question(), beside).outcome
        for (beside in listOf(null, StatedBeside(), StatedBeside(level = "3"), StatedBeside(holder = "500625105000"))) {
            equal("$beside", outcome(beside), Outcome.VALID)
        }
        equal("another person", outcome(StatedBeside(holder = "990140000017")), Outcome.INVALID)
        val verdict = verifier.verify(case.input, case.question(), StatedBeside(issuedOn = LocalDate.of(2026, 5, 21)))
        val violated = verdict.findings.filter { it.answer is Answer.Violated }.map { it.id }
        equal("another day", verdict.outcome to violated, Outcome.INVALID to listOf("register.stated-beside"))
        val mistyped = thrown<RastauException.Input>("mistyped") { outcome(StatedBeside(code = "A")) }
        equal("a mistyped one", mistyped?.code, ErrorCode.CODE_LENGTH)
    }
}

fun reports(corpus: Corpus) {
    val case = corpus.case("update-before")
    val report = Verifier.open(case.bundle, case.opening()).use { it.report(case.input, case.question(), "HR") }
    expect("the report states who made it", "\"by\": \"HR\"" in report)
    val same = repeatReport(report, case.input, case.bundle, Language.EN, case.opening().trustRoot)
    equal("the repetition", Triple(same.same, same.reported, same.repeated), Triple(true, Outcome.VALID, Outcome.VALID))
    expect("it is not today's answer: ${same.text}", "not today's answer" in same.text.first())
    expect("a changed report", !repeatReport(report.replaceFirst("\"satisfied\"", "\"violated\""), case.input, case.bundle, Language.RU).same)
    val other = thrown<RastauException.Input>("not a report") { repeatReport("{}", case.input, case.bundle, Language.KK) }
    equal("the code", other?.code, ErrorCode.REPORT_MALFORMED)
}

fun rulesAndIdentities() {
    val facts = mapOf(
        "informed_on" to Fact.Date(LocalDate.of(2026, 3, 19)),
        "as_of" to Fact.Date(LocalDate.of(2026, 3, 20)),
    )
    val answer = evaluateRule("art22.p1.appeal-window", facts, Language.RU)
    val last = answer.value.single { it.name == "last_day" }.value
    equal("an appeal's last day", (last as Value.Date).day, LocalDate.of(2026, 3, 31))
    expect("the steps and the text", answer.trace.isNotEmpty() && answer.text!!.text.isNotEmpty())
    val rules = rules()
    equal("rules", rules.size, 91)
    expect("each with an example that decides", rules.all { evaluateRule(it.id, it.example).json.isNotEmpty() })
    val person = identify(" 990140000017 ")
    expect("a BIN: $person", person is Identity.Organisation && person.month == 1)
    val mistyped = identify("990140000018") as Identity.Neither
    equal("a mistyped one", mistyped.code, ErrorCode.IDENTITY_CHECK)
    expect("as text", explainIdentity("990140000018", Language.KK) == mistyped.text.kk)
}
