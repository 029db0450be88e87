// A figure fills the screen, and the arrows lead to the next one: the page is its own slide show.
addEventListener("DOMContentLoaded", () => {
  const buttons = [...document.querySelectorAll("button.enlarge")];
  if (!buttons.length || !window.HTMLDialogElement) return;

  const make = (name, className, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const dialog = make("dialog", "enlarged");
  const stage = make("div", "stage");
  const caption = make("p", "told");
  const [back, on, close] = ["back", "on", "close"].map((name) => make("button", name));
  const foot = make("div", "foot");
  foot.append(back, caption, on, close);
  dialog.append(stage, foot);
  document.body.append(dialog);

  let place = 0;
  // In one file with several editions, those of the others are not shown.
  const shown = () => buttons.filter((button) => button.offsetParent !== null);

  const show = (index) => {
    const all = shown();
    place = Math.min(Math.max(index, 0), all.length - 1);
    const figure = all[place].closest("figure");
    const plate = figure.querySelector(".plate");
    stage.classList.toggle("light", plate.classList.contains("light"));
    // By day one of them is shown, by night the other.
    stage.replaceChildren(...[...plate.children].map((picture) => picture.cloneNode(true)));
    for (const image of stage.querySelectorAll("img")) image.loading = "eager";
    // The words of the caption, without what can be unfolded below it.
    const words = figure.querySelector("figcaption").cloneNode(true);
    for (const part of words.querySelectorAll("details, button")) part.remove();
    caption.replaceChildren(...words.childNodes);
    dialog.setAttribute("aria-label", plate.getAttribute("aria-label"));
    // A button that is gone would take the keyboard's focus with it.
    back.setAttribute("aria-disabled", String(place === 0));
    on.setAttribute("aria-disabled", String(place === all.length - 1));
  };

  const open = (button) => {
    for (const [element, word] of [[back, "back"], [on, "on"], [close, "close"]]) element.textContent = button.dataset[word];
    show(shown().indexOf(button));
    dialog.showModal();
    (place < shown().length - 1 ? on : close).focus();
  };

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => open(button));
    const plate = button.closest("figure").querySelector(".plate");
    plate.classList.add("opens");
    plate.addEventListener("click", (event) => { if (!event.target.closest("a, button")) open(button); });
  }
  back.addEventListener("click", () => show(place - 1));
  on.addEventListener("click", () => show(place + 1));
  close.addEventListener("click", () => dialog.close());
  stage.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const aim = { ArrowLeft: place - 1, ArrowRight: place + 1, PageUp: place - 1, PageDown: place + 1, Home: 0,
      End: buttons.length }[event.key];
    if (aim === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(aim);
  });
  // The reader is led back to the figure that was seen last.
  dialog.addEventListener("close", () => {
    stage.replaceChildren();
    const button = shown()[place];
    button?.focus({ preventScroll: true });
    button?.closest("figure").scrollIntoView({ block: "nearest" });
  });
});
