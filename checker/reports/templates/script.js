"use strict";
(() => {
  const form = document.getElementById("filters");
  const submissions = [...document.querySelectorAll(".submission")];

  function apply() {
    const unit = form.elements.unit ? form.elements.unit.value : "";
    const verdict = form.elements.verdict.value;
    const code = form.elements.code.value;
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const narrowed = code !== "" || severities.size < 3;
    let files = 0;
    let findings = 0;
    for (const submission of submissions) {
      const visible = new Set();
      for (const item of submission.querySelectorAll("[data-number]")) {
        item.hidden = (code && item.dataset.code !== code) || !severities.has(item.dataset.severity);
        if (!item.hidden) visible.add(item.dataset.number);
      }
      for (const mark of submission.querySelectorAll("[data-numbers]")) {
        mark.classList.toggle("off", !mark.dataset.numbers.split(" ").some((number) => visible.has(number)));
      }
      const ofUnit = !unit || (unit === "-" ? !submission.dataset.unit : submission.dataset.unit === unit);
      submission.hidden = !ofUnit || (verdict && submission.dataset.verdict !== verdict) || (narrowed && !visible.size);
      const empty = submission.querySelector(".empty");
      if (empty) empty.hidden = visible.size > 0;
      const row = document.querySelector(`[data-for="${submission.querySelector(".inside").id}"]`);
      row.hidden = submission.hidden;
      if (submission.hidden) continue;
      files += 1;
      findings += visible.size;
    }
    document.getElementById("showing").value = `显示 ${files} 份材料、${findings} 条问题`;
  }

  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
  addEventListener("hashchange", reveal);
  reveal();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
  });
})();
