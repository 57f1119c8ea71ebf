/** As many as a form has fields that each see the form with their own value in it. */
const KEPT = 16;

/**
 * A pure function that is asked the same again and again: its last answers are
 * kept, by what the question says.
 *
 * @param ask - takes what JSON can write
 */
export function remembered<Q, A>(ask: (question: Q) => A): (question: Q) => A {
  const answers = new Map<string, { answer: A }>();
  return question => {
    const key = JSON.stringify(question);
    const known = answers.get(key);
    if (known) {
      return known.answer;
    }
    const answer = ask(question);
    answers.set(key, { answer });
    if (answers.size > KEPT) {
      const [oldest] = answers.keys();
      answers.delete(oldest);
    }
    return answer;
  };
}
