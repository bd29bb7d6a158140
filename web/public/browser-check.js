/* Plain old JavaScript on purpose: it must run in the browsers that are too old for everything else. */
function checkBrowser() {
  var line, at;
  var modules = "noModule" in document.createElement("script");
  if (modules && "CSS" in window && window.CSS.supports("height", "1dvh")) return;
  var sentences = [
    "此浏览器版本过低，无法打开责任环。请安装 Chromium 109 或更高版本内核的浏览器（如新版 Edge、Chrome、奇安信可信浏览器、UOS 浏览器），再打开本页。",
    "This browser is too old for DutyLoop. Please install one based on Chromium 109 or later, then open this page again.",
  ];
  for (at = 0; at < sentences.length; at++) {
    line = document.createElement("p");
    line.style.cssText = "margin:24px;font-size:16px;line-height:1.6";
    line.appendChild(document.createTextNode(sentences[at]));
    document.body.appendChild(line);
  }
}
checkBrowser();
