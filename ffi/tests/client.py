"""Replays the corpus through the shared library with ctypes: client.py LIBRARY CORPUS

An independent client beside corpus.c, written from the header alone.
"""

import ctypes as c
import datetime
import json
import pathlib
import sys

OK, INPUT_FOREIGN_CODE = 0, 11
FRESHNESS = {"current": 1, "late": 2, "stale": 3}


class Policy(c.Structure):
    _fields_ = [("size", c.c_size_t), ("accept", c.c_int32), ("reserved", c.c_int32), ("grace_seconds", c.c_int64)]


class Opening(c.Structure):
    _fields_ = [
        ("size", c.c_size_t),
        ("trust_root", c.c_char_p),
        ("trust_root_len", c.c_size_t),
        ("state", c.c_char_p),
        ("state_len", c.c_size_t),
        ("now", c.c_int64),
        ("policy", c.POINTER(Policy)),
    ]


class Question(c.Structure):
    _fields_ = [("size", c.c_size_t), ("now", c.c_int64), ("on", c.c_char_p), ("on_len", c.c_size_t)]


def load(path):
    lib = c.CDLL(path)
    handle, out, size = c.c_void_p, c.POINTER(c.c_void_p), c.c_size_t
    text, text_out, size_out = c.c_char_p, c.POINTER(c.c_void_p), c.POINTER(c.c_size_t)
    for name, result, arguments in [
        ("rastau_abi_version", c.c_uint32, []),
        ("rastau_verifier_open", c.c_int32, [text, size, c.POINTER(Opening), out, out]),
        ("rastau_verifier_verify", c.c_int32, [handle, text, size, c.POINTER(Question), out, out]),
        ("rastau_verifier_free", None, [handle]),
        ("rastau_input_check", c.c_int32, [text, size, out]),
        ("rastau_verdict_json", c.c_int32, [handle, text_out, size_out]),
        ("rastau_verdict_free", None, [handle]),
        ("rastau_rule_answer", c.c_int32, [handle, text, size, text, size, out, out]),
        ("rastau_buffer_data", c.c_void_p, [handle]),
        ("rastau_buffer_length", size, [handle]),
        ("rastau_buffer_free", None, [handle]),
        ("rastau_error_json", c.c_int32, [handle, text_out, size_out]),
        ("rastau_error_free", None, [handle]),
    ]:
        function = getattr(lib, name)
        function.restype, function.argtypes = result, arguments
    return lib


def read_text(function, handle):
    data, length = c.c_void_p(), c.c_size_t()
    assert function(handle, c.byref(data), c.byref(length)) == OK
    return c.string_at(data, length.value)


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def verify(lib, corpus, folder):
    case = json.loads((folder / "case.json").read_text())
    text = (folder / "input.txt").read_bytes()
    error = lambda stage, code: b'{"error":{"stage":"%s","code":%d}}' % (stage, code)
    # Only a bundle tells whether a web address is that of a document.
    if (status := lib.rastau_input_check(text, len(text), None)) and status != INPUT_FOREIGN_CODE:
        return error(b"read", status)
    now, root = seconds(case["now"]), (corpus / case["root"]).read_bytes()
    state = (corpus / case["state"]).read_bytes() if case["state"] else None
    policy = Policy(c.sizeof(Policy), FRESHNESS[case["accept"]], 0, case.get("grace", 604800))
    opening = Opening(
        c.sizeof(Opening), root, len(root), state, len(state or b""), now, c.pointer(policy)
    )
    path, verifier, verdict = bytes(corpus / case["bundle"]), c.c_void_p(), c.c_void_p()
    if status := lib.rastau_verifier_open(path, len(path), c.byref(opening), c.byref(verifier), None):
        return error(b"open", status)
    on = case["on"].encode() if case["on"] else None
    question = Question(c.sizeof(Question), now, on, len(on or b""))
    status = lib.rastau_verifier_verify(verifier, text, len(text), c.byref(question), c.byref(verdict), None)
    answer = error(b"read", status)
    if status == OK:
        answer = read_text(lib.rastau_verdict_json, verdict)
        lib.rastau_verdict_free(verdict)
    lib.rastau_verifier_free(verifier)
    return answer


def answer_rule(lib, rule, facts):
    buffer, error = c.c_void_p(), c.c_void_p()
    status = lib.rastau_rule_answer(None, rule, len(rule), facts, len(facts), c.byref(buffer), c.byref(error))
    if status == OK:
        answer = c.string_at(lib.rastau_buffer_data(buffer), lib.rastau_buffer_length(buffer))
        lib.rastau_buffer_free(buffer)
    else:
        answer = read_text(lib.rastau_error_json, error)
        lib.rastau_error_free(error)
    return answer


def main():
    lib, corpus = load(sys.argv[1]), pathlib.Path(sys.argv[2])
    assert lib.rastau_abi_version() == 1
    count = wrong = 0
    answers = []
    for folder in sorted((corpus / "cases").iterdir()):
        expected = (folder / "expected.json").read_bytes().rstrip(b"\n")
        answers.append((folder.name, verify(lib, corpus, folder), expected))
    for folder in sorted((corpus / "rules").iterdir()):
        facts = (folder / "facts.jsonl").read_bytes().splitlines()
        expected = (folder / "answers.jsonl").read_bytes().splitlines()
        assert len(facts) == len(expected)
        for line, answer in zip(facts, expected):
            answers.append((folder.name, answer_rule(lib, folder.name.encode(), line), answer))
    for name, answer, expected in answers:
        count += 1
        if answer != expected:
            wrong += 1
            print(f"{name}\n  expected {expected}\n  answered {answer}", file=sys.stderr)
    print(f"{count} answers from Python, {wrong} wrong")
    return 0 if wrong == 0 and count > 0 else 1


sys.exit(main())
