// Keys for what the page does by links and buttons anyway: each carries its key in data-key.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const at = event.target;
  const typing = at.closest && at.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (typing) {
    if (event.key === "Escape") at.blur();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
});
