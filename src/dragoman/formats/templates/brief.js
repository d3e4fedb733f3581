// Lights up every piece of the span a link leads to: a span that crosses another is cut, and only its first piece has the id.
// The page is whole without this.
(function () {
  "use strict";
  function light() {
    document.querySelectorAll(".lit").forEach(function (piece) { piece.classList.remove("lit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    if (!id) { return; }
    document.querySelectorAll("[data-of]").forEach(function (piece) {
      if (piece.dataset.of === id) { piece.classList.add("lit"); }
    });
  }
  window.addEventListener("hashchange", light);
  light();
})();
