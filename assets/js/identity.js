// Personal identity codes are stopped before they leave the page; the server refuses them in any case.
"use strict";

kohtaanto.hasIdentityCode = (() => {
  const shape = /(?<![0-9A-Za-zÅÄÖåäö])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(\d\d)([-+A-FU-Ya-fu-y\u2010-\u2015\u2212])(\d{3})([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![0-9A-Za-zÅÄÖåäö])/g;
  const checks = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  function century(sign) {
    if (sign === "+") return 1800;
    return "ABCDEF".includes(sign.toUpperCase()) ? 2000 : 1900;
  }

  function isCode([, day, month, year, sign, number, check]) {
    const born = new Date(0);
    born.setFullYear(century(sign) + Number(year), Number(month) - 1, Number(day));
    return born.getDate() === Number(day)
      && born <= new Date()
      && Number(number) >= 2
      && checks[Number(day + month + year + number) % 31] === check.toUpperCase();
  }

  // True if the text holds a code that passes every rule: shape, real date that is not ahead, number, check character.
  return (text) => [...text.matchAll(shape)].some(isCode);
})();

{
  const message = (input) => kohtaanto.text(input.closest("form")?.method === "post" && !input.dataset.picGuard ? "identityText" : "identitySearch");
  const isText = (element) => element.matches?.("textarea, input[type=text], input[type=search]");
  const check = (input) => {
    const found = kohtaanto.hasIdentityCode(input.value);
    kohtaanto.fieldError(input, found ? message(input) : "");
    return found;
  };

  // While typing only takes a message away; on leaving the field it appears.
  document.addEventListener("change", (event) => { if (isText(event.target)) check(event.target); });
  document.addEventListener("input", (event) => {
    if (document.getElementById(`${event.target.id}-script-error`)) check(event.target);
  });

  // A search never carries a code in its address.
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("method")?.toLowerCase() === "post") return;
    const refused = [...event.target.elements].filter(isText).filter(check);
    if (refused.length === 0) return;
    event.preventDefault();
    refused[0].focus();
  });
}
