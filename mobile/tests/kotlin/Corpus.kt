/** The cases and lines of the corpus (`tests/corpus/README.md`), through typed calls. */

import java.io.File
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import rastau.*

/** Returns a field as text; null for null, and if there is no such field. */
fun JsonObject.text(name: String): String? = this[name]?.jsonPrimitive?.contentOrNull

/** One case: the input, the question and the expected answer. */
class Case(private val corpus: File, folder: File) {
    private val fields = Json.parseToJsonElement(folder.resolve("case.json").readText()) as JsonObject
    val name: String = folder.name
    val input = folder.resolve("input.txt").readText()
    val expected = folder.resolve("expected.json").readText().trimEnd('\n')
    val now: Instant = OffsetDateTime.parse(field("now")).toInstant()
    val root = corpus.resolve(field("root")!!).readBytes()
    val bundle: String = corpus.resolve(field("bundle")!!).path

    private fun field(name: String) = fields.text(name)

    fun opening(): Opening {
        val accept = Freshness.valueOf(field("accept")!!.uppercase())
        val grace = fields["grace"]?.jsonPrimitive?.long?.let(Duration::ofSeconds)
        return Opening(root, field("state")?.let { corpus.resolve(it).readBytes() }, Policy(accept, grace), now)
    }

    fun question(language: Language? = null) = Question(field("on")?.let(LocalDate::parse), language, now)

    /** Verifies the case; throws the library's exceptions. */
    fun ask(language: Language? = null): Verdict {
        try {
            checkInput(input)
        } catch (error: RastauException.Input) {
            // Only a bundle tells whether a web address is that of a document.
            if (error.code != ErrorCode.INPUT_FOREIGN_CODE) throw error
        }
        return Verifier.open(bundle, opening()).use { it.verify(input, question(language)) }
    }
}

class Corpus(val folder: File) {
    fun case(name: String) = Case(folder, folder.resolve("cases/$name"))

    fun bundle(name: String): String = folder.resolve("bundles/$name").path

    fun replayCases(): Int {
        val folders = folder.resolve("cases").listFiles()!!.sorted()
        for (case in folders.map { Case(folder, it) }) {
            val answer = try {
                case.ask().json
            } catch (error: RastauException.Input) {
                """{"error":{"stage":"read","code":${error.code.value}}}"""
            } catch (error: RastauException.Bundle) {
                """{"error":{"stage":"open","code":${error.code.value}}}"""
            }
            equal(case.name, answer, case.expected)
        }
        return folders.size
    }

    /** Returns the number of answered lines, and of lines that typed facts cannot express: a fact is never a fraction. */
    fun replayRules(): Pair<Int, Int> {
        var count = 0
        var notExpressible = 0
        for (rule in rules()) {
            val lines = folder.resolve("rules/${rule.id}/facts.jsonl").readLines()
            val answers = folder.resolve("rules/${rule.id}/answers.jsonl").readLines()
            equal("${rule.id}: lines", lines.size, answers.size)
            for ((line, expected) in lines.zip(answers)) {
                val facts = facts(Json.parseToJsonElement(line) as JsonObject)
                if (facts == null) {
                    notExpressible += 1
                    continue
                }
                count += 1
                val answer = try {
                    evaluateRule(rule.id, facts).json
                } catch (error: RastauException.Facts) {
                    """{"error":{"code":${error.code.value},"message":${JsonPrimitive(error.reason)}}}"""
                }
                equal("${rule.id} $line", answer, expected)
            }
        }
        return count to notExpressible
    }
}

private fun facts(json: JsonObject): Map<String, Fact>? {
    val facts = json.mapValues { (_, value) -> fact(value) ?: return null }
    return facts
}

private fun fact(json: JsonElement): Fact? = when (json) {
    is JsonNull -> Fact.Absent
    is JsonObject -> facts(json)?.let { Fact.Group(it) }
    is JsonArray -> Fact.Many(json.map { fact(it) ?: return null })
    is JsonPrimitive -> primitive(json)
}

private fun primitive(json: JsonPrimitive): Fact? {
    val text = json.content
    if (!json.isString) {
        return if (text == "true" || text == "false") Fact.Flag(text == "true")
        else text.toLongOrNull()?.let { Fact.Number(it) }
    }
    val day = runCatching { LocalDate.parse(text) }.getOrNull()
    return if (day != null) Fact.Date(day) else Fact.Text(text)
}
