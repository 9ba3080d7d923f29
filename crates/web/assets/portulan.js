// Improves pages that are already complete: "me situer", printing, live filters, the moving map.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function ready(root) {
  for (const button of all("[data-print]", root)) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  if (navigator.geolocation) {
    for (const button of all("[data-locate]", root)) {
      button.hidden = false;
      button.addEventListener("click", () => locate(button));
    }
  }
  const frame = root.querySelector("[data-script]");
  if (frame) movingMap(frame);
}

// The point goes with an empty text: typing a place later drops it on the server. Three decimals are about 100 m.
function locate(button) {
  const form = button.form;
  const field = form.elements.ou ?? form.elements.adresse;
  button.disabled = true;
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    for (const gone of all('[name="lat"],[name="lon"],[name="pour"],[name="territoire"]', form)) gone.remove();
    field.value = "";
    for (const [name, degrees] of [["lat", coords.latitude], ["lon", coords.longitude]]) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value: degrees.toFixed(3) });
      form.append(input);
    }
    form.requestSubmit();
  }, () => { button.disabled = false; field.focus(); }, { timeout: 10000, maximumAge: 60000 });
}

// A filter ticked shows its results at once; the focus stays where it was, and the new title is said aloud.
let last = 0;
const told = Object.assign(document.createElement("p"), { className: "sr" });
told.setAttribute("role", "status");
async function refresh(form) {
  const address = form.action + "?" + new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const mine = ++last;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [now, next] = [document.querySelector("[data-live]"), page.querySelector("[data-live]")];
  if (mine !== last || !now || !next) return;
  const { name, value } = document.activeElement ?? {};
  const open = now.querySelector(".filters")?.open;
  now.replaceChildren(...next.childNodes);
  document.title = page.title;
  told.textContent = now.querySelector("h1")?.textContent ?? "";
  history.replaceState(null, "", answer.url);
  const filters = now.querySelector(".filters");
  if (filters && open) filters.open = true;
  all("input,select", now).find((field) => field.name === name && field.value === value)?.focus();
  ready(now);
}

const form = document.querySelector("#recherche");
if (document.querySelector(".filters")) form.append(told);
document.addEventListener("change", (event) => {
  if (event.target.form === form && event.target.closest(".filters") && event.target.type !== "date") {
    refresh(form).catch(() => form.requestSubmit());
  }
});

// Points and clusters come from the server for the frame that is shown. No tiles: nothing is asked of anybody else.
async function movingMap(frame) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: frame.dataset.css });
  const script = Object.assign(document.createElement("script"), { src: frame.dataset.script });
  const loaded = (element) => new Promise((done, failed) => { element.onload = done; element.onerror = failed; });
  const both = [loaded(sheet), loaded(script)];
  document.head.append(sheet, script);
  try { await Promise.all(both); } catch { return; }
  const { L } = window;
  const ask = async (bounds, zoom) => {
    const frameText = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].join(",");
    const mark = frame.dataset.points.includes("?") ? "&" : "?";
    const answer = await fetch(frame.dataset.points + mark + new URLSearchParams({ cadre: frameText, zoom }));
    return (await answer.json()).points;
  };
  const everything = L.latLngBounds([[-60, -180], [75, 180]]);
  const first = await ask(everything, 12);
  if (!first.length) return;
  frame.replaceChildren();
  frame.classList.add("is-moving");
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", frame.dataset.label);
  const map = L.map(frame, { attributionControl: false, maxZoom: 18 });
  const layer = L.layerGroup().addTo(map);
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const show = (points) => {
    layer.clearLayers();
    for (const { lat, lon, nombre, nom, adresse } of points) {
      const marker = L.circleMarker([lat, lon], {
        radius: nombre > 1 ? Math.min(12 + Math.sqrt(nombre) * 2, 30) : 10,
        color: colour("--paper"), weight: 2, fillColor: colour("--sea"), fillOpacity: 1,
      }).addTo(layer);
      if (nombre > 1) {
        marker.bindTooltip(String(nombre), { permanent: true, direction: "center", className: "map-count" });
        marker.on("click", () => map.setView([lat, lon], map.getZoom() + 2));
      } else {
        const link = Object.assign(document.createElement("a"), { href: adresse, textContent: nom });
        marker.bindPopup(link);
      }
    }
  };
  if (frame.dataset.you) {
    L.circleMarker(frame.dataset.you.split(","), { radius: 9, color: colour("--signal"), weight: 3, fillOpacity: 0 })
      .addTo(map).bindTooltip(frame.dataset.here);
  }
  map.fitBounds(L.latLngBounds(first.map(({ lat, lon }) => [lat, lon])).pad(0.2), { maxZoom: 15 });
  const update = () => ask(map.getBounds(), map.getZoom()).then(show);
  map.on("moveend", update);
  update();
}

ready(document);

// A run at work: its page is asked again until the run has ended, then put in the place of the old one. Only what
// changed is said; a page that does not come is asked again later.
async function follow(box) {
  let next = null;
  try {
    const answer = await fetch(box.dataset.working);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    next = answer.ok ? page.querySelector("[data-run]") : null;
    if (next && !next.dataset.working) {
      document.title = page.title;
      document.querySelector("h1").textContent = page.querySelector("h1").textContent;
    }
  } catch { /* asked again below */ }
  const [now, then] = [box, next].map((run) => run?.querySelector("[role=status]"));
  if (then && now.textContent !== then.textContent) now.replaceChildren(...then.childNodes);
  if (next && !next.dataset.working) {
    now.className = then.className;
    for (const old of [...box.children]) if (old !== now) old.remove();
    for (const part of [...next.children]) if (part !== then) box.append(part);
    delete box.dataset.working;
  } else {
    setTimeout(() => follow(box), next ? 500 : 5000);
  }
}
const working = document.querySelector("[data-working]");
if (working) follow(working);

// Letters decide only while the focus is among the answers, so that no other key of the reader is taken.
const keys = document.querySelector("[data-keys]");
if (keys) {
  keys.querySelector("[data-keys-hint]").hidden = false;
  keys.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
    keys.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
  });
  if (new URLSearchParams(location.search).get("fait")?.startsWith("pair-")) keys.querySelector("h2").focus();
}

// A form of a place: what is typed is kept on the server while one types, and said again as people will read it. A form
// that is sent leaves no draft behind.
const edited = document.querySelector("form[data-draft]");
if (edited) {
  const typed = () => new URLSearchParams(new FormData(edited));
  let kept = typed().toString();
  let [waits, looks] = [0, 0];
  const sending = new AbortController();
  const keep = () => {
    const now = typed();
    if (now.toString() === kept) return;
    kept = now.toString();
    fetch(edited.dataset.draft, { method: "POST", body: now, signal: sending.signal }).catch(() => { kept = ""; });
  };
  const button = edited.querySelector('button[value="voir"]');
  const look = async () => {
    const now = typed();
    now.set("geste", "voir");
    const answer = await fetch(edited.action, { method: "POST", body: now });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [old, next] = [edited, page].map((root) => root.querySelector("[data-preview]"));
    if (!next) return;
    if (old) old.replaceChildren(...next.childNodes);
    else button.parentElement.after(next);
  };
  edited.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(keep, 3000);
    if (!button) return;
    clearTimeout(looks);
    looks = setTimeout(() => look().catch(() => {}), 800);
  });
  edited.addEventListener("submit", () => {
    clearTimeout(waits);
    clearTimeout(looks);
    sending.abort();
  });
}

// Minutes, a note, an application: what is typed is saved while one types and before the page is left, and each save says
// when. Where somebody else saved meanwhile nothing is written over, and the button of the form shows both.
const writing = document.querySelector("form[data-keep]");
if (writing) {
  const said = writing.querySelector("[data-saved]");
  const typed = () => {
    const body = new URLSearchParams(new FormData(writing));
    body.delete("version");
    return body;
  };
  const say = (words, lines = []) => said.replaceChildren(words, ...lines.map((textContent) =>
    Object.assign(document.createElement("p"), { textContent })));
  let [kept, waits, busy, failed, sent] = ["unsaved" in writing.dataset ? null : `${typed()}`, 0, null, false, false];
  let stopped = "stopped" in writing.dataset;
  const differs = () => `${typed()}` !== kept;
  const save = async () => {
    const body = typed();
    const now = `${body}`;
    if (stopped || now === kept) return;
    body.set("version", writing.elements.version.value);
    body.set("geste", "garder");
    try {
      // A page that is left ends no save that is on its way; browsers take no more than 64 KiB of that.
      const keepalive = now.length < 60000;
      const answer = await fetch(writing.dataset.keep, { method: "POST", body, keepalive });
      const { version, dit, lignes } = await answer.json();
      say(dit, lignes);
      failed = !answer.ok;
      if (answer.ok) {
        kept = now;
        for (const field of all('[name="version"]')) field.value = version;
      } else {
        stopped = answer.status === 409;
      }
    } catch {
      failed = true;
      say(writing.dataset.failed);
    }
  };
  const keep = () => {
    clearTimeout(waits);
    busy ??= save().finally(() => { busy = null; });
  };
  const later = () => {
    clearTimeout(waits);
    waits = setTimeout(() => busy ? later() : keep(), 2000);
  };
  writing.addEventListener("input", later);
  if (kept === null) later();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !sent && differs()) keep();
  });
  // What could not be saved is not left without a word.
  addEventListener("beforeunload", (event) => {
    if (failed && !sent && differs()) event.preventDefault();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    [kept, sent] = [null, false];
    keep();
  });
  // A save that is on its way counts first, so that whoever types alone never meets their own text as another's; and
  // nothing else is done before what was typed is saved.
  document.addEventListener("submit", (event) => {
    clearTimeout(waits);
    const other = event.target !== writing;
    if (other && !stopped && differs()) keep();
    if (!busy) {
      sent = !other;
      return;
    }
    event.preventDefault();
    busy.then(() => {
      if (!other || !differs()) event.target.requestSubmit(event.submitter);
    });
  });
}
