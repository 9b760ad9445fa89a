// Tables that sort and filter, folded parts that open, and names that a search finds first.
// Everything works from the file system: nothing is fetched.
"use strict";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
const FEWEST_ROWS = 12;
const MOST_NAMES = 10;

/** Return `text` in lower case, without accents and marks, its words parted by one space. */
function fold(text) {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/g, "l");
  return letters.replace(/[^\p{L}\p{N}#]+/gu, " ").trim();
}

/** Open each folded part in which the place stands that the address names. */
function reveal() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let folded = false;
  for (let part = place; part; part = part.parentElement) {
    if (part.tagName === "DETAILS" && !part.open) {
      part.open = folded = true;
    }
  }
  if (folded) {
    place.scrollIntoView();
  }
}

/** Return what a cell is sorted by: a date or number as a number, and else its words. */
function key(cell) {
  const text = cell ? cell.innerText.trim() : "";
  const date = text.match(/^(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\b/);
  if (date && (!date[2] || MONTHS.includes(date[2]))) {
    return date[3] * 10000 + (MONTHS.indexOf(date[2]) + 1) * 100 + Number(date[1] || 0);
  }
  return /^\d+$/.test(text) ? Number(text) : fold(text);
}

/** Compare what two rows are sorted by; a blank comes last. */
function compare(one, other) {
  if (one === "" || other === "") {
    return (one === "") - (other === "");
  }
  if (typeof one === "number" && typeof other === "number") {
    return one - other;
  }
  return String(one).localeCompare(String(other), "en", { numeric: true });
}

/** Let a column be sorted by a button in its head. */
function sortable(table, head, column) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.querySelector("p")?.childNodes ?? head.childNodes);
  head.replaceChildren(button);
  button.addEventListener("click", () => {
    const falling = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) {
      other.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row.cells[column]), row]);
    rows.sort((a, b) => compare(a[0], b[0]) * (falling && a[0] !== "" && b[0] !== "" ? -1 : 1));
    body.append(...rows.map(([, row]) => row));
  });
}

/** Let the rows of a table be filtered by words. */
function filterable(table) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("output");
  const rows = [...table.tBodies[0].rows];
  input.type = "search";
  label.className = "filter";
  label.append("Only rows with ", input, " ", count);
  input.addEventListener("input", () => {
    const words = fold(input.value).split(" ");
    let shown = 0;
    for (const row of rows) {
      const text = fold(row.innerText || row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    count.textContent = input.value ? `${shown} of ${rows.length}` : "";
  });
  (table.closest(".table-wrapper") ?? table).before(label);
}

/** Return the names that have every word of a query, those that are the query first. */
function named(query, names) {
  const wanted = fold(query);
  const words = wanted.split(" ");
  const found = [];
  for (const [title, address, more] of names) {
    const [folded, others] = [fold(title), more.map(fold)];
    const all = [folded, ...others].join(" ").split(" ");
    if (wanted && words.every((word) => all.some((one) => one.startsWith(word)))) {
      const is = others.includes(wanted) || folded === wanted;
      found.push([is ? 0 : folded.startsWith(wanted) ? 1 : 2, title, address]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]).slice(0, MOST_NAMES);
}

/** Put the records that a query is the name of before what the words of pages give. */
function showNames() {
  const names = document.getElementById("record-names");
  const results = document.getElementById("search-results");
  const query = new URLSearchParams(location.search).get("q");
  const found = names && results && query ? named(query, JSON.parse(names.textContent)) : [];
  if (!found.length) {
    return;
  }
  const heading = document.createElement("h2");
  heading.textContent = "Records of this name";
  const list = document.createElement("ul");
  list.id = "named-results";
  for (const [, title, address] of found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
  results.before(heading, list);
}

addEventListener("hashchange", reveal);
addEventListener("DOMContentLoaded", () => {
  reveal();
  showNames();
  for (const table of document.querySelectorAll("article table")) {
    if (table.tHead && table.tBodies.length && table.tBodies[0].rows.length >= FEWEST_ROWS) {
      [...table.tHead.rows[0].cells].forEach((head, column) => sortable(table, head, column));
      filterable(table);
    }
  }
});
