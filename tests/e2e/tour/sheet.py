"""The contact sheet: one page of all pictures, by scene, with filters. Beside the pictures, to be opened as a file."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from tests.e2e.tour.kinds import Kind
from tests.e2e.tour.scene import Scene

FILTERS = {"width": ("360", "800", "1440"), "scheme": ("light", "dark"), "language": ("en", "es")}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Same Circle: every page</title>
<meta name="viewport" content="width=device-width">
<style>
body {{ margin: 0; font: 14px/1.4 system-ui, sans-serif; background: #e4e8df; color: #17211d; }}
header {{ position: sticky; top: 0; z-index: 1; background: #124039; color: #fff; padding: 8px 16px; display: flex;
  flex-wrap: wrap; gap: 4px 20px; align-items: center; }}
header label {{ margin-right: 8px; }} header b {{ margin-right: 4px; }}
section {{ padding: 8px 16px; }} h2 {{ font-size: 15px; margin: 8px 0; }}
.row {{ display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }}
figure {{ margin: 0; }} figcaption {{ font-size: 12px; }}
img {{ display: block; border: 1px solid #9aa; background: #fff; height: auto; }}
.w360 img {{ width: 180px; }} .w800 img {{ width: 300px; }} .w1440 img {{ width: 420px; }}
[hidden] {{ display: none; }}
</style>
<header>{filters}<label><b>page</b><input type="search" id="page"></label><span>{count} pictures</span></header>
{sections}
<script>
const boxes = Array.from(document.querySelectorAll('header [data-of]'));
const page = document.getElementById('page');
function show() {{
  const off = boxes.filter((box) => !box.checked);
  document.querySelectorAll('figure').forEach((one) => {{
    one.hidden = off.some((box) => one.dataset[box.dataset.of] === box.value);
  }});
  document.querySelectorAll('section').forEach((one) => {{ one.hidden = !one.id.includes(page.value.trim()); }});
}}
boxes.concat(page).forEach((one) => one.addEventListener('input', show));
</script></html>
"""


def write_sheet(folder: Path, taken: Iterable[tuple[Scene, Kind]]) -> None:
    """`index.html` of this folder."""
    shots = sorted(taken, key=lambda shot: (shot[0].name, shot[1].language, shot[1].scheme, shot[1].width))
    sections = [_section(name, list(ours)) for name, ours in groupby(shots, key=lambda shot: shot[0].name)]
    page = PAGE.format(filters=_filters(), count=len(shots), sections="\n".join(sections))
    (folder / "index.html").write_text(page)


def _filters() -> str:
    return "".join(
        f"<span><b>{of}</b>"
        + "".join(
            f'<label><input type="checkbox" data-of="{of}" value="{one}" checked> {one}</label>' for one in values
        )
        + "</span>"
        for of, values in FILTERS.items()
    )


def _section(name: str, shots: list[tuple[Scene, Kind]]) -> str:
    figures = "".join(_figure(scene, kind) for scene, kind in shots)
    return f'<section id="{escape(name)}"><h2>{escape(name)}</h2><div class="row">{figures}</div></section>'


def _figure(scene: Scene, kind: Kind) -> str:
    file, data = kind.file(scene.name), f'data-width="{kind.width}" data-scheme="{kind.scheme}"'
    return (
        f'<figure class="w{kind.width}" {data} data-language="{kind.language}"><a href="{file}">'
        f'<img loading="lazy" src="{file}" alt=""></a><figcaption>{kind}</figcaption></figure>'
    )
