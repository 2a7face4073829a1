"""Every script is ES2017, and participants' style sheets hold on Chromium 72."""

from pathlib import Path

import pytest

from tests.language.old_engines import newer_than_es2017, too_new_for_old_engines
from tests.language.texts import APPS, ROOT

SCRIPTS = sorted(path for folder in APPS.values() for path in folder.glob("static/**/*.js"))
SHEETS = sorted(path for folder in APPS.values() for path in folder.glob("static/**/*.css"))


def is_for_staff(path: Path) -> bool:
    return any(part.startswith(("staff", "desk")) for part in path.relative_to(ROOT).parts)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_script_is_es2017(path):
    assert not newer_than_es2017(path.read_text())


@pytest.mark.parametrize(
    "path", [path for path in SHEETS if not is_for_staff(path)], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_participants_style_sheet_holds_on_old_engines(path):
    assert not too_new_for_old_engines(path.read_text())


@pytest.mark.parametrize(
    "source",
    [
        "a?.b", "a ?? b", "a ||= 1", "try { x() } catch { y() }", "const b = { ...a }", "const { a, ...rest } = b",
        "for await (const x of y) {}", "async function* f() {}", "let n = 1_000", "let n = 10n",
        "class A { static x = 1; }", "class A { #x() {} }", "import('./x.js')", "import.meta.url", "await f()",
        "/(?<year>\\d)/.test(x)", "`${a?.b}`", "f(`${`${a ?? b}`}`)", "x.replaceAll('a', 'b')", "list.at(-1)",
        "structuredClone(x)", "if (x) { y = z.replaceChildren() }",
    ],
)  # fmt: skip
def test_the_gate_sees_what_is_newer(source):
    assert newer_than_es2017(source)


@pytest.mark.parametrize(
    "source",
    [
        "a ? .5 : b", "a ? b.c : d", "f(...args)", "[...a, ...b]", "({ a: [...b] })", "function f(a, ...rest) {}",
        "try { x() } catch (error) { y() }", "promise.catch(() => { z() })", "async function f() { await g(); }",
        "const s = 'a?.b ?? c'; // x?.y", "/* a ?? b */ const r = /a??b/;", "const t = `a?.b ${x ? y : z} ??`;",
        "class A { constructor(x = 1) { this.x = x; } static make() { return new A(); } }", "x = a / b / c;",
        "const url = `//${location.host}/?x=1`; import { a } from './b.js';", "export const at = (n) => n; at(1);",
        "async () => { for (const x of y) { await z(`${x}`); } }", "const { a, b: [c, ...d] } = e;",
    ],
)  # fmt: skip
def test_the_gate_lets_es2017_pass(source):
    assert not newer_than_es2017(source)


@pytest.mark.parametrize(
    "css",
    [
        ".a { display: flex; gap: 4px }", ".a:has(b) { color: red }", ":is(a, b) c { color: red }",
        ".a { aspect-ratio: 1 }", ".a { width: clamp(1px, 2px, 3px) }", ".a { inset: 0 }",
        "@media print { .a { color: red; row-gap: 1em } }", ".a { height: 100dvh }",
        ".a::backdrop { background: var(--b) }",
    ],
)  # fmt: skip
def test_the_gate_sees_css_that_is_newer(css):
    assert too_new_for_old_engines(css)


@pytest.mark.parametrize(
    "css",
    [
        ".a { display: grid; gap: 4px }", ".a { grid-gap: 4px }", ".a { columns: 2; column-gap: 4mm }",
        ".a { box-shadow: inset 0 0 0 1px red; width: calc(1px + 2px) }", "/* gap: 1px; :has() */ .a { margin: 0 }",
    ],
)  # fmt: skip
def test_the_gate_lets_older_css_pass(css):
    assert not too_new_for_old_engines(css)
