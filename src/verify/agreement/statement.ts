const anyOrder =
  /\b(?:in\s+)?any\s+order\b|\border\s+(?:of\s+[^.;]{0,60}?\s+)?(?:does\s+not|doesn['’]t|need\s+not)\s+(?:matter|be)\b|\bregardless\s+of\s+(?:the\s+)?order\b|\border\s+is\s+(?:not\s+(?:important|specified|relevant)|irrelevant|unspecified|arbitrary)\b|\barbitrary\s+order\b|\bno\s+particular\s+order\b/i;

/** Whether a task's statement leaves the order of a result's elements open. */
export function statementAllowsAnyOrder(statement: string): boolean {
  return anyOrder.test(statement);
}

const forbidsChanging =
  /(?:\b(?:not|never|without|avoid|cannot|instead\s+of)|n['’]t)\s+(?:be\s+)?(?:\w+\s+){0,2}?(?:mutat|modif|chang|alter)|\bin[-\s]place\s+(?:is|are)\s+not\b|\bnot\s+(?:\w+\s+){0,3}in[-\s]place\b/i;
const allowsChanging =
  /\bin[-\s]?place\b|\bmutat(?:e|es|ing|ed)\b|\b(?:modif(?:y|ies|ying)|chang(?:e|es|ing)|alter(?:s|ing)?|overwrit(?:e|es|ing)|updat(?:e|es|ing))\s+(?:the\s+|its\s+|this\s+|that\s+)?(?:given|input|original|passed|same|argument)\b|\b(?:remov(?:e|es|ing)|push(?:es|ing)?|append(?:s|ing)?|insert(?:s|ing)?)\b[^.]{0,60}\b(?:from|to|into)\s+the\s+(?:given|input|original|passed)\s+(?:array|list|object|map|set|matrix)\b/i;

/** Whether a task's statement asks for, or allows, arguments that are changed. */
export function statementAllowsChangingArguments(statement: string): boolean {
  return allowsChanging.test(statement) && !forbidsChanging.test(statement);
}
