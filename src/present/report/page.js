"use strict";
(() => {
  const table = document.querySelector("#people-table");
  const form = document.querySelector("#filter");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const count = document.querySelector("#count");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map(rows.map((row) => [row, plain(row.dataset.name)]));
  form.hidden = false;

  const show = () => {
    const wanted = plain(form.elements.search.value.trim()).split(/\s+/);
    const fits = (row, key) => {
      const value = form.elements[key].value;
      return value === "" || row.dataset[key].split(" ").includes(value);
    };
    let shown = 0;
    for (const row of rows) {
      const is = wanted.every((word) => words.get(row).includes(word)) && ["cdr", "role", "status"].every((key) => fits(row, key));
      row.hidden = !is;
      shown += is ? 1 : 0;
    }
    count.textContent = count.dataset.text.replace("{n}", shown).replace("{all}", rows.length);
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));

  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    if (head.dataset.sort === undefined) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isDown = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
      const order = (a, b) => {
        const [x, y] = [value(a), value(b)];
        return head.dataset.sort === "number" ? Number(x) - Number(y) : x.localeCompare(y);
      };
      const sorted = rows.slice().sort((a, b) => (isDown ? -order(a, b) : order(a, b)));
      body.append(...sorted);
    });
  });
  // A name elsewhere on the page leads to its account, whatever is filtered.
  const unfold = () => {
    const row = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (row && row.parentElement === body) {
      form.reset();
      rows.forEach((other) => { other.hidden = false; });
      row.querySelector("details").open = true;
      row.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  document.querySelector("#deviations").addEventListener("click", (event) => event.target.closest("a")?.hash === location.hash && unfold());

  // On paper nothing can be unfolded, and nobody sees what is filtered: everything is printed.
  let closed = [];
  addEventListener("beforeprint", () => {
    rows.forEach((row) => { row.hidden = false; });
    closed = Array.from(document.querySelectorAll("#people-table details:not([open]), #findings details:not([open])"));
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    closed.forEach((details) => { details.open = false; });
    show();
  });
  show();
  unfold();
})();
