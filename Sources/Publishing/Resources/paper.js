// On paper nothing can be unfolded, paper is light, and answers stand at the end, each under what it answers.
addEventListener("DOMContentLoaded", () => {
  const scheme = document.querySelector("meta[name=color-scheme]");
  // A teacher's edition has its answers open: there they stay where they are.
  const folded = [...document.querySelectorAll(".exercise details:not([open])")];
  let chosen = scheme.content;
  let restore = [];

  /** Moves the answers of one lesson into its section for them. */
  const gather = (section) => {
    const lesson = section.closest("article, main");
    const exercises = [...lesson.querySelectorAll(".exercise")].filter((exercise) => !section.contains(exercise));
    let questions = 0;
    for (const exercise of exercises) {
      const label = exercise.querySelector(".label");
      if (!exercise.classList.contains("task")) {
        // Exercises have numbers of their own.
        const number = document.createTextNode(` ${questions += 1}`);
        label.append(number);
        restore.push(() => number.remove());
      }
      const answers = folded.filter((fold) => exercise.contains(fold));
      if (!answers.length) continue;
      const entry = document.createElement("div");
      entry.className = exercise.className;
      entry.append(label.cloneNode(true));
      for (const answer of answers) {
        const [place, wasOpen] = [document.createComment(""), answer.open];
        answer.replaceWith(place);
        answer.open = true;
        entry.append(answer);
        restore.push(() => { place.replaceWith(answer); answer.open = wasOpen; });
      }
      section.append(entry);
      restore.push(() => entry.remove());
    }
    section.hidden = !section.querySelector("details");
    restore.push(() => { section.hidden = true; });
  };

  addEventListener("beforeprint", () => {
    chosen = scheme.content;
    scheme.content = "light";
    for (const section of document.querySelectorAll("section.answers")) gather(section);
    for (const fold of document.querySelectorAll("main details:not(.words)")) fold.open = true;
  });
  addEventListener("afterprint", () => {
    scheme.content = chosen;
    for (const step of restore.reverse()) step();
    restore = [];
  });
});
