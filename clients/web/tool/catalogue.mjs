// The shared part of the command line client's catalogue, in the form that i18next reads.

const filled = (text) => text.replace(/\{(\w+)\}/g, "{{$1}}");
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const each = (texts, change) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(filled(text))]));

/** Sets `tree.a.b.c` by the path "a.b.c". */
function plant(tree, path, value) {
  const parts = path.split(".");
  const last = parts.pop();
  const branch = parts.reduce((node, part) => (node[part] ??= {}), tree);
  branch[last] = value;
}

/**
 * `errors`: texts of refusals (by reason, by code, by a field's rule). `terms`: names of fields (`field.KEY`, and
 * `fieldOf.PACKAGE.MESSAGE.KEY` where a message has its own), of enum values and of codes.
 */
export function catalogues(shared) {
  const terms = { field: {}, fieldOf: {}, enum: {}, value: shared.value };
  for (const [key, text] of Object.entries(shared.field)) {
    if (key.includes(".")) plant(terms.fieldOf, key, capital(filled(text)));
    else terms.field[key] = capital(filled(text));
  }
  for (const [type, names] of Object.entries(shared.enum)) plant(terms.enum, type, each(names, capital));
  const errors = {
    reason: each(shared.error, capital),
    code: each(shared.code, capital),
    rule: each(shared.rule, (text) => text),
    ruleWithoutLimit: each(shared.rule_without_limit, (text) => text),
  };
  for (const key of Object.keys(errors.reason)) if (key.startsWith("USAGE_")) delete errors.reason[key];
  return { terms, errors };
}
