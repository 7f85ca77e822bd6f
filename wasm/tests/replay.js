// Answers the corpus through the package. It uses neither Node nor browser interfaces, since it runs in both.

/** The line of a case: the verdict's JSON, or the stage and code of the error. */
export function answer(rastau, one, bundle) {
  const failed = (caught) => {
    if (!rastau.isRastauError(caught)) throw caught;
    return JSON.stringify({ error: { stage: caught.stage, code: caught.code } });
  };
  let verifier;
  try {
    const options = { ...one.options };
    if (options.state) options.state = Uint8Array.from(options.state);
    verifier = rastau.Verifier.open(Uint8Array.from(one.root), bundle, options);
  } catch (caught) {
    return failed(caught);
  }
  try {
    return JSON.stringify(verifier.verify(one.input, one.question));
  } catch (caught) {
    return failed(caught);
  } finally {
    verifier.free();
  }
}

/** The line of a rule for facts; `undefined` where the facts are not JSON. */
export function ruleAnswer(rastau, id, facts) {
  let parsed;
  try {
    parsed = JSON.parse(facts);
  } catch {
    // The function takes an object, so text that is not JSON cannot be passed to it.
    return undefined;
  }
  try {
    return JSON.stringify(rastau.evaluateRule(id, parsed));
  } catch (caught) {
    if (!rastau.isRastauError(caught)) throw caught;
    return JSON.stringify({ error: { code: caught.code, message: caught.message } });
  }
}
