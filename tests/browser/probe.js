// Measures the page it stands in, and lists what is wrong in the frame around it.
window.addEventListener("load", () => {
  const list = parent.document.getElementById("found");
  const fault = (text) => { list.appendChild(parent.document.createElement("li")).textContent = text; };
  document.querySelectorAll("details").forEach((one) => { one.open = true; });

  const parse = (colour) => {
    const parts = (colour.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 ? [0, 0, 0, 0] : [parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : 1];
  };
  const over = (top, ground) => top.slice(0, 3).map((part, i) => part * top[3] + ground[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(parse(getComputedStyle(one).backgroundColor));
    const box = element.closest("svg g")?.querySelector("rect");
    if (box) layers.unshift(parse(getComputedStyle(box).fill));
    const dark = getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches;
    return layers.reverse().reduce((below, layer) => over(layer, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  // Boxes that scroll hold what is wider than they are, if the keyboard reaches them.
  const box = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(one).overflowX)) return one;
    }
  };

  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > window.innerWidth) {
    fault(`the page is ${document.documentElement.scrollWidth} px wide in ${window.innerWidth} px and sticks out`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    const right = element.getBoundingClientRect().right;
    if (element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === "auto" && element.tabIndex < 0) {
      fault(`scrolls out of reach of the keyboard: ${element.tagName} ${element.textContent.slice(0, 40)}`);
    }
    if (right > width + 1 && !element.closest("svg") && !element.matches(".skip") && !box(element)) {
      fault(`sticks out to ${Math.round(right)} px: ${element.tagName} ${element.textContent.slice(0, 40)}`);
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    if (!words || element.closest("script, style, title")) continue;
    const style = getComputedStyle(element);
    const below = ground(element);
    const colour = over(parse(element.closest("svg") ? style.fill : style.color), below);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = contrast(colour, below);
    if (found < (large ? 3 : 4.5)) fault(`contrast ${found.toFixed(2)} of "${words.slice(0, 40)}" (${style.color} on ${below.slice(0, 3)})`);
  }
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  list.appendChild(parent.document.createElement("p")).textContent = `looked at: ${window.innerWidth} px, ${scheme}`;
});
