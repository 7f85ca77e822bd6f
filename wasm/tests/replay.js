// Answers the corpus through the package. Plain code without Node or a browser, since it runs in both.

/** The line that a case gives: the verdict's JSON, or the stage and number of what was refused. */
export function answer(rastau, asked, bundle) {
  const refused = (caught) => {
    if (!rastau.isRastauError(caught)) throw caught;
    return JSON.stringify({ error: { stage: caught.stage, code: caught.code } });
  };
  // What cannot be read is found first, whatever becomes of the bundle: any opened one can tell.
  let verifier;
  try {
    const options = { ...asked.options };
    if (options.state) options.state = Uint8Array.from(options.state);
    verifier = rastau.Verifier.open(Uint8Array.from(asked.root), bundle, options);
  } catch (caught) {
    return refused(caught);
  }
  try {
    return JSON.stringify(verifier.verify(asked.input, asked.asked));
  } catch (caught) {
    return refused(caught);
  } finally {
    verifier.free();
  }
}

/** The line that a rule answers to facts. */
export function ruled(rastau, id, facts) {
  let parsed;
  try {
    parsed = JSON.parse(facts);
  } catch {
    // Text that is no JSON cannot be given to a function that takes an object.
    return undefined;
  }
  try {
    return JSON.stringify(rastau.evaluateRule(id, parsed));
  } catch (caught) {
    if (!rastau.isRastauError(caught)) throw caught;
    return JSON.stringify({ error: { code: caught.code, message: caught.message } });
  }
}
