// A button with data-passkey makes a passkey, or signs in by one: app::identity::passkey.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
const text = (data) => btoa(String.fromCharCode(...new Uint8Array(data)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (answer.ok) return said;
  throw { told: said.message };
}

async function ceremony({ form, dataset }) {
  const fields = Object.fromEntries(new FormData(form));
  const { id, options } = await post(dataset.passkey + "/debut", { fields });
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const known of options.excludeCredentials ?? []) known.id = bytes(known.id);
  const key = await navigator.credentials[options.user ? "create" : "get"]({ publicKey: options });
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (key.response[part]) response[part] = text(key.response[part]);
  }
  const answer = { id: key.id, rawId: text(key.rawId), type: key.type, response };
  location.assign((await post(dataset.passkey + "/fin", { fields, id, answer })).location);
}

for (const button of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const { form, dataset } = button;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = form.querySelector("[role=status]");
    said.textContent = "";
    button.disabled = true;
    try { await ceremony(button); } catch (fault) {
      said.textContent = fault.told ?? dataset[fault.name === "InvalidStateError" ? "already" : "cancelled"];
      button.disabled = false;
      button.focus();
    }
  });
}
