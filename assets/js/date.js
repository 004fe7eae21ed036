// The calendar beside a date field (templates/parts/field.html, ui.date): the browser's own, which writes into the text field
// as Finns write a date.
"use strict";

{
  const iso = (text) => {
    const [, day, month, year] = text.trim().match(/^(\d{1,2})[.,/]\s*(\d{1,2})[.,/]\s*(\d{4})$/) ?? [];
    return day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  };
  const finnish = (text) => text.split("-").map(Number).reverse().join(".");

  function addCalendar(field) {
    const button = field.parentElement.querySelector("button");
    const calendar = document.createElement("input");
    if (!button || !calendar.showPicker) return;
    calendar.type = "date";
    calendar.className = "date-calendar";
    calendar.tabIndex = -1;
    calendar.setAttribute("aria-hidden", "true");
    calendar.setAttribute("aria-label", button.getAttribute("aria-label"));
    field.after(calendar);
    button.hidden = false;
    button.addEventListener("click", () => {
      calendar.value = iso(field.value); // empty if it is no date
      calendar.showPicker();
    });
    calendar.addEventListener("change", () => {
      if (!calendar.value) return;
      field.value = finnish(calendar.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
    });
  }

  kohtaanto.onContent((root) => {
    for (const field of root.querySelectorAll("[data-date]")) if (!field.parentElement.querySelector(".date-calendar")) addCalendar(field);
  });
}
